// For pages that show maps of this site: the height of their frames, and the element <carte-sante>.
(() => {
  const site = new URL('.', document.currentScript.src);
  const isOurs = (frame) => frame.src.startsWith(site.href);
  addEventListener('message', ({ source, origin, data }) => {
    if (data?.type !== 'carte-sante' || !(data.height > 0)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      // In a sandbox a frame has no origin.
      const isFromThere = origin === (frame.hasAttribute('sandbox') && origin === 'null' ? 'null' : site.origin);
      if (frame.contentWindow !== source || !isFromThere || !isOurs(frame)) continue;
      const height = Math.ceil(Math.min(2000, Math.max(50, data.height)));
      frame.style.boxSizing = 'content-box';
      frame.style.height = `${height}px`;
    }
  });
  // Those that told it before this script was here.
  for (const frame of document.querySelectorAll('iframe')) {
    if (isOurs(frame)) frame.contentWindow?.postMessage({ type: 'carte-sante' }, '*');
  }
  customElements.define('carte-sante', class extends HTMLElement {
    connectedCallback() {
      if (this.querySelector('iframe')) return;
      const of = (name) => this.getAttribute(name);
      const address = new URL(of('territoire') ? `embed/${of('territoire')}/` : 'embed/', site);
      for (const name of ['theme', 'vue', 'hauteur']) if (of(name)) address.searchParams.set(name, of(name));
      const frame = document.createElement('iframe');
      Object.assign(frame, { src: address, title: of('titre') ?? 'Carte de la santé', loading: 'lazy', allow: 'fullscreen' });
      Object.assign(frame.style, { border: 0, width: '100%', height: `${of('hauteur') ?? 450}px` });
      this.style.display = 'block';
      this.append(frame);
    }
  });
})();
