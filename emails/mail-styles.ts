import type { CSSProperties } from 'react';
import type { OrganisationTheme } from '#shared/ui/organisation-theme.ts';
import { mailColours } from './mail-colours.ts';

/** Colours and measures of the design language, as mail programs take them: in the elements themselves, fallback fonts only. */

export const widthPixels = 552;
export const facadeHeightPixels = 56;
export const markPixels = 34;

const edgePixels = 32;

export type MailStyles = ReturnType<typeof mailStyles>;

export function mailStyles(theme: OrganisationTheme) {
  const { radiusPx } = theme;
  const { light, band, onBand, foot, onFoot } = mailColours(theme);
  const { ground, surface, ink, quiet, line, accent, tint } = light;
  const text: CSSProperties = { margin: 0, fontSize: 17, lineHeight: '26px', color: ink };
  const small: CSSProperties = { margin: 0, fontSize: 15, lineHeight: '23px', color: quiet };
  const button: CSSProperties = {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    borderRadius: radiusPx,
    border: `2px solid ${accent}`,
    padding: '13px 16px',
    fontSize: 18,
    fontWeight: 700,
    textAlign: 'center',
    textDecoration: 'none',
  };
  return {
    body: {
      margin: 0,
      padding: 0,
      fontFamily:
        '"Atkinson Hyperlegible Next","Segoe UI",system-ui,-apple-system,"Noto Sans",Arial,sans-serif',
    },
    fitted: { tableLayout: 'fixed', width: '100%' },
    ground: { padding: '24px 0', backgroundColor: ground },
    card: {
      width: widthPixels,
      maxWidth: '100%',
      backgroundColor: surface,
      borderRadius: 10,
      textAlign: 'left',
    },
    top: { padding: `18px ${edgePixels}px` },
    sender: { ...text, fontWeight: 700, lineHeight: '22px' },
    small,
    band: { padding: `24px ${edgePixels}px 0`, backgroundColor: band },
    greeting: { ...text, color: onBand },
    title: {
      margin: '6px 0 0',
      fontSize: 30,
      lineHeight: '36px',
      fontWeight: 700,
      letterSpacing: '-0.012em',
      color: onBand,
    },
    street: { padding: '16px 0 0', backgroundColor: band, lineHeight: 0 },
    content: { padding: `24px ${edgePixels}px` },
    intro: { ...text, marginBottom: 16 },
    factLabel: { ...text, color: quiet, width: 112, padding: '5px 12px 5px 0', verticalAlign: 'top' },
    factValue: { ...text, padding: '5px 0', verticalAlign: 'top' },
    primary: { ...button, marginTop: 20, border: `2px solid ${band}`, backgroundColor: band, color: onBand },
    secondary: { ...button, marginTop: 10, backgroundColor: surface, color: accent },
    note: { ...small, marginTop: 10, textAlign: 'center' },
    section: { borderTop: `1px solid ${line}`, marginTop: 22, padding: '20px 0 0' },
    heading: { margin: 0, fontSize: 19, lineHeight: '26px', fontWeight: 700, color: ink },
    text,
    item: { ...text, borderLeft: `3px solid ${accent}`, padding: '2px 0 2px 14px' },
    tint: { backgroundColor: tint, borderRadius: radiusPx, padding: '18px 20px' },
    word: {
      backgroundColor: surface,
      borderRadius: Math.round(radiusPx * 0.67),
      color: ink,
      fontSize: 20,
      lineHeight: '26px',
      fontWeight: 700,
      textAlign: 'center',
      padding: 8,
    },
    link: { color: accent, textDecoration: 'underline' },
    foot: {
      ...small,
      backgroundColor: foot,
      color: onFoot,
      padding: `20px ${edgePixels}px 24px`,
      borderRadius: '0 0 10px 10px',
    },
    footLink: { color: onFoot, textDecoration: 'underline' },
  } satisfies Record<string, CSSProperties>;
}

/** For programs that follow the reader's dark screen by style sheet; the band and the foot stay as they are. */
export function darkStyleSheet(theme: OrganisationTheme): string {
  const { ground, surface, ink, quiet, line, accent, tint } = mailColours(theme).dark;
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    '@media (prefers-color-scheme:dark){',
    `.ground{background-color:${ground}!important}`,
    `.surface,.second{background-color:${surface}!important}`,
    `.ink{color:${ink}!important}.quiet{color:${quiet}!important}`,
    `.line{border-color:${line}!important}`,
    `.link{color:${accent}!important}`,
    `.second{color:${accent}!important;border-color:${accent}!important}`,
    `.item{border-color:${accent}!important}`,
    `.tint{background-color:${tint}!important}.word{background-color:${ground}!important}`,
    '}',
  ].join('');
}
