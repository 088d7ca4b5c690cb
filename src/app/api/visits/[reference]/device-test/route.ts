import { saveTest } from '#features/device-test/save-test.ts';
import { testResults } from '#features/device-test/test-results.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../wiring.ts';
import { currentVisit } from '../../../../current-visit.ts';

/** Keeps the result of a test with this browser's appointment. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const results = await readJson(request, testResults);
  if (results === null) return new Response(null, { status: 400 });
  const actor = await currentVisit((await params).reference);
  if (actor === null) return new Response(null, { status: 404 });
  return new Response(null, { status: (await saveTest({ clock }, actor, results)) ? 204 : 409 });
}
