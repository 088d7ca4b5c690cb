/**
 * Messages that are word to the citizen, where they said that it goes: not a third person's link, and not what leads to one request, which may
 * have gone to a number that was typed for it. Those are shown where they were sent, are not followed up, and stand in no list of failing messages.
 */
export const wordToCitizen = { companionLinkId: null, requestId: null } as const;
