/** Whom somebody can act for, when not for oneself. */
export type ActsFor = 'child' | 'ward' | 'company' | 'association';
