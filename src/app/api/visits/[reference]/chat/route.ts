import { writeLine } from '#features/chat/write-line.ts';
import { writtenLine } from '#features/chat/written-line.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../wiring.ts';
import { currentVisit } from '../../../../current-visit.ts';
import { answerNotFound, answerSeat } from '../../../seat/seat-answer.ts';

/** A line that this browser's visitor writes beside the picture. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const line = await readJson(request, writtenLine);
  const actor = line === null ? null : await currentVisit((await params).reference);
  return line === null || actor === null ? answerNotFound() : answerSeat(writeLine(clock, actor, line));
}
