import type { CSSProperties } from 'react';
import type { OrganisationTheme } from '#shared/ui/organisation-theme.ts';

/** Colours and measures of the design language, as mail programs take them: in the elements themselves, fallback fonts only. */

export const widthPixels = 552;
export const facadeHeightPixels = 56;
export const markPixels = 34;

const ink = '#182226';
const ink2 = '#465156';
const line = '#dbd8ce';
const edgePixels = 32;

export type MailStyles = ReturnType<typeof mailStyles>;

export function mailStyles({ brand, brandStrong, brandTint, onBrand, radiusPx }: OrganisationTheme) {
  const text: CSSProperties = { margin: 0, fontSize: 17, lineHeight: '26px', color: ink };
  const small: CSSProperties = { margin: 0, fontSize: 15, lineHeight: '23px', color: ink2 };
  const button: CSSProperties = {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    borderRadius: radiusPx,
    border: `2px solid ${brand}`,
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
    ground: { padding: '24px 0', backgroundColor: '#f3f2ed' },
    card: {
      width: widthPixels,
      maxWidth: '100%',
      backgroundColor: '#ffffff',
      borderRadius: 10,
      textAlign: 'left',
    },
    top: { padding: `18px ${edgePixels}px` },
    sender: { ...text, fontWeight: 700, lineHeight: '22px' },
    small,
    band: { padding: `24px ${edgePixels}px 0`, backgroundColor: brand },
    greeting: { ...text, color: onBrand },
    title: {
      margin: '6px 0 0',
      fontSize: 30,
      lineHeight: '36px',
      fontWeight: 700,
      letterSpacing: '-0.012em',
      color: onBrand,
    },
    street: { padding: '16px 0 0', backgroundColor: brand, lineHeight: 0 },
    content: { padding: `24px ${edgePixels}px` },
    intro: { ...text, marginBottom: 16 },
    factLabel: { ...text, color: ink2, width: 112, padding: '5px 12px 5px 0', verticalAlign: 'top' },
    factValue: { ...text, padding: '5px 0', verticalAlign: 'top' },
    primary: { ...button, marginTop: 20, backgroundColor: brand, color: onBrand },
    secondary: { ...button, marginTop: 10, backgroundColor: '#ffffff', color: brand },
    note: { ...small, marginTop: 10, textAlign: 'center' },
    section: { borderTop: `1px solid ${line}`, marginTop: 22, padding: '20px 0 0' },
    heading: { margin: 0, fontSize: 19, lineHeight: '26px', fontWeight: 700, color: ink },
    text,
    item: { ...text, borderLeft: `3px solid ${brand}`, padding: '2px 0 2px 14px' },
    tint: { backgroundColor: brandTint, borderRadius: radiusPx, padding: '18px 20px' },
    word: {
      backgroundColor: '#ffffff',
      borderRadius: Math.round(radiusPx * 0.67),
      color: ink,
      fontSize: 20,
      lineHeight: '26px',
      fontWeight: 700,
      textAlign: 'center',
      padding: 8,
    },
    link: { color: brand, textDecoration: 'underline' },
    foot: {
      ...small,
      backgroundColor: brandStrong,
      color: '#ffffff',
      padding: `20px ${edgePixels}px 24px`,
      borderRadius: '0 0 10px 10px',
    },
    footLink: { color: '#ffffff', textDecoration: 'underline' },
  } satisfies Record<string, CSSProperties>;
}

/** For programs that follow the reader's dark screen by style sheet; the band and the foot stay as they are. */
export function darkStyleSheet({ dark }: OrganisationTheme): string {
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    '@media (prefers-color-scheme:dark){',
    '.ground{background-color:#11181b!important}',
    '.surface,.second{background-color:#192226!important}',
    '.ink{color:#ecf0ee!important}.quiet{color:#bac4c5!important}',
    '.line{border-color:#313d42!important}',
    `.link{color:${dark.brand}!important}`,
    `.second{color:${dark.brand}!important;border-color:${dark.brand}!important}`,
    `.item{border-color:${dark.brand}!important}`,
    `.tint{background-color:${dark.brandTint}!important}.word{background-color:#11181b!important}`,
    '}',
  ].join('');
}
