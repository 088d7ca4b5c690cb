import { isLanguage, type Language } from '#journey/language.ts';

type Offer = { readonly languages: readonly Language[]; readonly defaultLanguage: Language };

/**
 * The language of a page: what the visitor chose, else the browser's best match (RFC 9110, section 12.5.4), else the organisation's own.
 */
export function chooseLanguage(
  offer: Offer,
  chosen: string | undefined,
  acceptLanguage: string | null,
): Language {
  if (isLanguage(chosen) && offer.languages.includes(chosen)) return chosen;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag, ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return {
        tag: (tag ?? '').slice(0, 2).toLowerCase(),
        quality: quality ? Number(quality.trim().slice(2)) : 1,
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (isLanguage(tag) && offer.languages.includes(tag)) return tag;
  }
  return offer.defaultLanguage;
}
