// Keeps the regions marked data-live as fresh as the server's own page: on every change the page is fetched
// again and those regions are replaced. Focus stays on the link it was on, and what was unfolded stays so.
const regions = () => [...document.querySelectorAll('[data-live]')];

let refreshing = false;
let again = false;

async function refresh() {
  if (refreshing) {
    again = true;
    return;
  }
  refreshing = true;
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (response.ok) replaceRegions(new DOMParser().parseFromString(await response.text(), 'text/html'));
  } catch {
    // The server is away: the stream reconnects by itself and its opening refreshes again.
  } finally {
    refreshing = false;
  }
  if (again) {
    again = false;
    await refresh();
  }
}

function replaceRegions(fresh) {
  document.title = fresh.title;
  for (const region of regions()) {
    const replacement = fresh.getElementById(region.id);
    if (!replacement || replacement.innerHTML === region.innerHTML) continue;
    const focused = region.contains(document.activeElement)
      ? document.activeElement.getAttribute('href')
      : null;
    for (const { id } of region.querySelectorAll('details[open]')) {
      replacement.querySelector(`details#${CSS.escape(id)}`)?.setAttribute('open', '');
    }
    region.replaceChildren(...replacement.childNodes);
    if (focused) region.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
  }
}

const stream = new EventSource('/events');
stream.addEventListener('change', refresh);
stream.addEventListener('open', refresh);
addEventListener('pagehide', () => stream.close());
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
