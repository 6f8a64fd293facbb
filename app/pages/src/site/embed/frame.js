// In a page that other sites show in a frame: the theme that its address asks for, and its height, told
// to the page around it in the words that such pages listen for.
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);

  // The theme: the rules for dark pages hold always or never.
  const theme = asked.get('theme');
  const force = () => {
    for (const sheet of document.styleSheets) {
      for (const { media } of sheet.cssRules) {
        if (media?.mediaText.includes('prefers-color-scheme')) media.mediaText = theme === 'dark' ? 'all' : 'not all';
      }
    }
  };
  if (theme === 'dark' || theme === 'light') {
    root.dataset.theme = theme;
    root.style.colorScheme = theme;
    try {
      force();
    } catch {
      // Without an origin of its own, a frame reads no rules of a sheet that it did not ask for so.
      const link = document.querySelector('link[rel=stylesheet]');
      const again = link.cloneNode();
      again.crossOrigin = 'anonymous';
      again.onload = () => {
        link.remove();
        force();
      };
      link.after(again);
    }
  }
  const isCard = asked.get('vue') === 'fiche';
  if (isCard) root.dataset.vue = 'fiche';
  if (parent === window) return;

  // The height that this width asks for, whatever the height is now.
  const wanted = () => {
    const caption = document.querySelector('.caption');
    if (isCard) return caption.offsetHeight;
    const below = parseFloat(getComputedStyle(document.body).getPropertyValue('--caption'));
    return Math.round(Math.min(560, Math.max(230, 0.75 * root.clientWidth)) + below);
  };
  const name = location.pathname.match(/embed\/.*$/)?.[0] ?? 'embed/';
  const secret = location.hash.match(/secret=(\w+)/)?.[1];
  const child = asked.get('childId');
  const isFixed = asked.has('hauteur');
  let resizer;
  let last;
  const post = (message) => parent.postMessage(message, '*');
  const say = (isAskedFor) => {
    // A frame that is not shown has no width.
    if (!document.body || !root.clientWidth) return;
    const height = wanted();
    // Before the style sheet is here.
    if (!(height > 0)) return;
    if (height === last && !isAskedFor) return;
    last = height;
    if (secret) post({ message: 'height', value: height, secret });
    if (isFixed) return;
    post({ type: 'carte-sante', height });
    post({ 'datawrapper-height': { [name]: height } });
    post({ sentinel: 'amp', type: 'embed-size', height });
    post(JSON.stringify({ context: 'iframe.resize', src: location.href, height }));
    if (child) post(['pym', child, 'height', height].join('xPYMx'));
    if (resizer) post(`[iFrameSizer]${resizer}:${height}:${root.clientWidth}:resize`);
  };
  // WordPress shows the frame at the first word with its secret, and only then gives it the width of the column.
  let isShown = false;
  let rest;
  const tell = (isAskedFor) => {
    if (!secret) return say(isAskedFor);
    if (!isShown) post({ message: 'shown', secret });
    isShown = true;
    clearTimeout(rest);
    rest = setTimeout(say, 100, true);
  };
  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    const asks = typeof data === 'string' && data.match(/^\[iFrameSizer\]([^:]+):/);
    if (asks) resizer = asks[1];
    if (asks || data?.type === 'carte-sante' || data?.message === 'ready') tell(true);
  });
  // Chromium paints no frame that its page keeps out of sight, and tells no observer of its size.
  for (const moment of ['DOMContentLoaded', 'load']) addEventListener(moment, () => tell());
  addEventListener('DOMContentLoaded', () => new ResizeObserver(() => tell()).observe(root));
  // A page of WordPress keeps frames from opening others: it follows the link itself.
  addEventListener('click', (event) => {
    const link = secret && event.target.closest?.('a[href]');
    if (!link) return;
    event.preventDefault();
    parent.postMessage({ message: 'link', value: link.href?.baseVal ?? link.href, secret }, '*');
  });
})();
