export const staffThemes = ['light', 'dark', 'system'] as const;
export type StaffTheme = (typeof staffThemes)[number];

export function isStaffTheme(value: unknown): value is StaffTheme {
  return staffThemes.includes(value as StaffTheme);
}
