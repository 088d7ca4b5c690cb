'use client';

import { iconMoon } from '#shared/ui/icons/moon.ts';
import { iconSun } from '#shared/ui/icons/sun.ts';
import { iconSunMoon } from '#shared/ui/icons/sun-moon.ts';
import { Menu } from '#shared/ui/menu.tsx';
import { chooseTheme } from './choose-theme.ts';
import { type StaffTheme, staffThemes } from './staff-themes.ts';

const icons = { light: iconSun, dark: iconMoon, system: iconSunMoon };

type ThemeMenuProps = {
  theme: StaffTheme;
  label: string;
  words: Record<StaffTheme, string>;
};

/** Light, dark, or as the device. */
export function ThemeMenu({ theme, label, words }: ThemeMenuProps) {
  return (
    <Menu
      label={`${label}: ${words[theme]}`}
      icon={icons[theme]}
      iconOnly
      entries={staffThemes.map((id) => ({ id, text: words[id], icon: icons[id] }))}
      onChoose={(id) => void chooseTheme(id)}
    />
  );
}
