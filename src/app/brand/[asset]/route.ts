import { organisationThemeSchema, renderDrawingSvg } from '#shared/ui/organisation-theme.ts';
import { currentOrganisation } from '../../current-request.ts';

/** The organisation's drawings. Their addresses carry a fingerprint, so they may be kept for ever. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ asset: string }> },
): Promise<Response> {
  const theme = organisationThemeSchema.parse((await currentOrganisation()).theme);
  const drawings: Record<string, string> = {
    'mark.svg': renderDrawingSvg(theme.mark),
    'facade.svg': renderDrawingSvg(theme.facade),
    'icon.svg': renderDrawingSvg(theme.mark, theme.brand),
  };
  const svg = drawings[(await params).asset];
  if (svg === undefined) return new Response(null, { status: 404 });
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'",
      vary: 'host',
    },
  });
}
