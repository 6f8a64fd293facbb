// For pages that show maps of this site: the height and the theme of their frames, and the element <carte-sante>.
(() => {
  const type = 'carte-sante';
  const site = new URL('.', document.currentScript.src);
  const ours = () => [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(site.href));
  addEventListener('message', ({ source, origin, data }) => {
    if (data?.type !== type) return;
    for (const frame of ours()) {
      // In a sandbox a frame has no origin.
      if (frame.contentWindow !== source) continue;
      if (![site.origin, frame.sandbox.length && 'null'].includes(origin)) continue;
      const height = Math.min(2000, Math.max(50, data.height));
      if (height) Object.assign(frame.style, { boxSizing: 'content-box', height: `${height}px` });
      // Light letters stand on a dark page: much red; as `oklch`, a lightness of nearly 1.
      const [red] = getComputedStyle(frame.parentNode).color.match(/[\d.]+/);
      const theme = red > 127 || red % 1 > 0.6 ? 'dark' : 'light';
      if (data.theme) source.postMessage({ type, theme }, '*');
    }
  });
  // Those that asked before this script was here.
  for (const frame of ours()) frame.contentWindow.postMessage({ type }, '*');
  customElements.define(type, class extends HTMLElement {
    connectedCallback() {
      if (this.querySelector('iframe')) return;
      const of = (name) => this.getAttribute(name);
      const address = new URL(`embed/${of('territoire') || '.'}/`, site);
      for (const name of ['couches', 'vue', 'theme', 'langue', 'hauteur']) if (of(name)) address.searchParams.set(name, of(name));
      this.style.display = 'block';
      this.append(Object.assign(document.createElement('iframe'), {
        src: address,
        title: of('titre') ?? 'Carte de la santé',
        loading: 'lazy',
        allow: 'fullscreen',
        style: `border:0;width:100%;height:${of('hauteur') ?? 450}px`,
      }));
    }
  });
})();
