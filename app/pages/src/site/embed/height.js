// In a page that other sites show in a frame: its height, told to the page around it in the words that such
// pages listen for.
(() => {
  if (parent === window) return;
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const isTable = root.dataset.vue === 'tableau';

  // The height that this width asks for, whatever the height is now; none before the table is here.
  const wanted = () => {
    const seen = (selector) => document.querySelector(selector);
    if (root.dataset.vue === 'fiche') return seen('.caption').offsetHeight;
    const below = parseFloat(getComputedStyle(document.body).getPropertyValue('--caption'));
    if (!isTable) return Math.round(Math.min(560, Math.max(230, 0.75 * root.clientWidth)) + below);
    const table = seen('.list-wide table:has([aria-rowindex="2"])');
    if (!table) return 0;
    const around = seen('.list-wide').scrollHeight - table.parentNode.clientHeight;
    return Math.min(2000, around + table.offsetHeight + below);
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
    // Before the style style is here.
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
  // WordPress shows the frame at the first word with its secret, and only then gives it the width of the
  // column. A table comes in pieces.
  let isShown = false;
  let isAsked = false;
  let rest;
  const tell = (isAskedFor) => {
    if (!secret && !isTable) return say(isAskedFor);
    if (secret && !isShown) post({ message: 'shown', secret });
    isShown = true;
    isAsked ||= isAskedFor || !!secret;
    clearTimeout(rest);
    rest = setTimeout(() => {
      say(isAsked);
      isAsked = false;
    }, 100);
  };
  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    const asks = typeof data === 'string' && data.match(/^\[iFrameSizer\]([^:]+):/);
    if (asks) resizer = asks[1];
    const isGreeting = data?.type === 'carte-sante' && !data.theme;
    if (asks || isGreeting || data?.message === 'ready') tell(true);
  });
  // Chromium paints no frame that its page keeps out of sight, and tells no observer of its size.
  for (const moment of ['DOMContentLoaded', 'load']) addEventListener(moment, () => tell());
  addEventListener('DOMContentLoaded', () => {
    new ResizeObserver(() => tell()).observe(root);
    if (isTable) new MutationObserver(() => tell()).observe(document.body, { childList: true, subtree: true });
  });
  // A page of WordPress keeps frames from opening others: it follows the link itself.
  addEventListener('click', (event) => {
    const link = secret && event.target.closest?.('a[href]');
    if (!link) return;
    event.preventDefault();
    post({ message: 'link', value: link.href?.baseVal ?? link.href, secret });
  });
})();
