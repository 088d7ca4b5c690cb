import { stringify } from 'csv-stringify/sync';
import { getTranslations } from 'next-intl/server';
import { measures } from '#features/insights/opinions.ts';
import { localize } from '#journey/language.ts';
import { currentLanguage, currentOrganisation } from '../../../current-request.ts';
import { readRequestedInsights } from '../insights-request.ts';

/** The figures per service as a file for a spreadsheet. A text that begins like a formula is made harmless. */
export async function GET(request: Request): Promise<Response> {
  const { selection, insights } = await readRequestedInsights(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  if (insights === null) return new Response(null, { status: 404 });
  const [language, { formOfAddress }, t] = await Promise.all([
    currentLanguage(),
    currentOrganisation(),
    getTranslations('insights.csvHeadings'),
  ]);
  const headings = [t('service'), t('answers'), ...measures.map((measure) => t(`${measure}`))];
  const rows = insights.perService.map(({ service, answers, averages }) => [
    localize(service.name, language, formOfAddress),
    answers,
    ...measures.map((measure) => averages[measure].average?.toFixed(2) ?? ''),
  ]);
  const file = `balie-${selection.from}-${selection.until}.csv`;
  return new Response(stringify([headings, ...rows], { bom: true, escape_formulas: true }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'no-store',
    },
  });
}
