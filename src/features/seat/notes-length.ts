/** As many characters as a conversation's notes, and the report that they become, may have. */
export const notesMaximumLength = 10_000;
