import { z } from 'zod';
import {
  claimCallback,
  listWindows,
  releaseCallback,
  rescheduleCallback,
  tryCallback,
  untryCallback,
} from '#features/callbacks/change-callback.ts';
import { callResults } from '#features/seat/call-result.ts';
import type { StaffActor } from '#journey/actor.ts';
import { type CallbackId, parseId } from '#journey/ids.ts';
import { succeed } from '#journey/result.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../wiring.ts';
import { callbackTools } from '../../../../callback-tools.ts';
import { currentOrganisation, currentStaff } from '../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';

type Context = { readonly params: Promise<{ id: string }> };

const said = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('claim'), takeOver: z.boolean() }),
  z.strictObject({ act: z.literal('release') }),
  /** Null takes back what one said. */
  z.strictObject({ act: z.literal('try'), result: z.enum(callResults).nullable() }),
  z.strictObject({ act: z.literal('reschedule'), untilAt: z.int().positive() }),
]);

/** Takes somebody who asked to be called in hand, lets go of them, says what came of a call, or agrees on another time. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const [asked, actor, { id: given }] = await Promise.all([readJson(request, said), currentStaff(), params]);
  const id = parseId<CallbackId>(given);
  if (asked === null || actor === null || id === null) return answerNotFound();
  return answerSeat(change(actor, id, asked));
}

async function change(actor: StaffActor, id: CallbackId, asked: z.output<typeof said>) {
  switch (asked.act) {
    case 'claim':
      return claimCallback(clock, actor, id, asked.takeOver);
    case 'release':
      return releaseCallback(clock, actor, id);
    case 'try':
      return asked.result === null
        ? untryCallback(clock, actor, id)
        : tryCallback(clock, actor, id, asked.result);
    case 'reschedule': {
      const { timeZone } = await currentOrganisation();
      const untilAt = epochMilliseconds(asked.untilAt);
      return rescheduleCallback(callbackTools, actor, timeZone, { id, untilAt });
    }
  }
}

/** The parts of days in which the clerk's team can call. */
export async function GET(): Promise<Response> {
  const [actor, { timeZone }] = await Promise.all([currentStaff(), currentOrganisation()]);
  if (actor === null) return answerNotFound();
  return answerSeat(listWindows(callbackTools, actor, timeZone).then(succeed));
}
