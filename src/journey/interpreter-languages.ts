/**
 * The languages for which an interpreter can be asked, those of social interpreters in Belgium and the Netherlands: ISO 639-1 where there
 * is a code, else ISO 639-3.
 */
export const interpreterLanguages: readonly string[] = `
  am ar az be bg bn bs ca ckb cs da de el en es et fa ff fi fr gu ha he hi hr hu hy id ig is it ja ka kab km kmr ko ln lo lt lv mk ml mn
  ms mt my ne nl no om pa pl prs ps pt rif rn ro rom ru rw shi si sk sl so sq sr sv sw ta te th ti tl tr tw uk ur uz vi wo yo zgh zh
`
  .trim()
  .split(/\s+/);

export function isInterpreterLanguage(code: string): boolean {
  return interpreterLanguages.includes(code);
}
