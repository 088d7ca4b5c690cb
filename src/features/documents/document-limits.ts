/** A photo of a phone and a paper of many pages fit; films do not. The table refuses more too. */
export const mostDocumentBytes = 10 * 1024 * 1024;
/** Of one appointment. */
export const mostDocuments = 20;
/** Of one thing to bring: the pages of one paper. */
export const mostDocumentsPerItem = 10;
