import { z } from 'zod';
import { listCallableServices, openCaller } from '#features/seat/open-caller.ts';
import { readCaller } from '#features/seat/read-caller.ts';
import { parseId, type ServiceId } from '#journey/ids.ts';
import { languages } from '#journey/language.ts';
import { succeed } from '#journey/result.ts';
import { readJson } from '#shared/http/read-json.ts';
import { callerTools } from '../../../caller-tools.ts';
import { currentStaff } from '../../../current-request.ts';
import { answerNotFound, answerSeat } from '../seat-answer.ts';

/** What somebody who telephones may do so about. */
export async function GET(): Promise<Response> {
  const actor = await currentStaff();
  return actor === null ? answerNotFound() : answerSeat(listCallableServices(actor).then(succeed));
}

const body = z.strictObject({
  serviceId: z.string(),
  name: z.string().max(500),
  phone: z.string().max(500),
  language: z.enum(languages),
  press: z.uuid(),
});

/** Opens a conversation with who telephones without appointment. */
export async function POST(request: Request): Promise<Response> {
  const said = await readJson(request, body);
  const serviceId = parseId<ServiceId>(said?.serviceId ?? '');
  const actor = serviceId === null ? null : await currentStaff();
  if (actor === null || said === null || serviceId === null) return answerNotFound();
  const read = readCaller(said);
  if (!read.ok) return answerSeat(Promise.resolve(read));
  const { language, press } = said;
  return answerSeat(openCaller(callerTools(), actor, { ...read.value, serviceId, language, press }));
}
