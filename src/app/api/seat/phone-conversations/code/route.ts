import { z } from 'zod';
import { openProvenCaller } from '#features/seat/open-proven-caller.ts';
import { fail } from '#journey/result.ts';
import { readJson } from '#shared/http/read-json.ts';
import { parseSpokenCode } from '#shared/spoken-code.ts';
import { provenCallerTools } from '../../../../caller-tools.ts';
import { currentOrganisation, currentStaff } from '../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';

/** Opens the conversation with who telephones and says the code that they got when they proved who they are. */
export async function POST(request: Request): Promise<Response> {
  const said = await readJson(request, z.strictObject({ code: z.string().max(100), press: z.uuid() }));
  const actor = said === null ? null : await currentStaff();
  if (actor === null || said === null) return answerNotFound();
  const code = parseSpokenCode(said.code);
  if (code === null) return answerSeat(Promise.resolve(fail({ code: 'codeWrong' })));
  const tools = provenCallerTools(await currentOrganisation());
  return answerSeat(openProvenCaller(tools, actor, { code, press: said.press }));
}
