// In a page that other sites show in a frame: the view, the layers, the language and the theme that its
// address asks for, as attributes that the style style knows. Unknown values are ignored.
(() => {
  const root = document.documentElement;
  const { dataset } = root;
  const asked = new URLSearchParams(location.search);
  const take = (name, known) => {
    if (known.includes(asked.get(name))) dataset[name] = asked.get(name);
  };
  take('vue', ['carte', 'fiche', 'tableau']);
  take('langue', ['en', 'de', 'es', 'it']);
  const layers = asked.get('couches');
  const shown = layers?.split(',').filter((one) => ['cls', 'cpts', 'projets'].includes(one));
  if (shown?.length || layers === 'aucune') dataset.couches = shown.join(' ');

  // The rules for dark pages hold always or never.
  const force = (theme) => {
    for (const style of document.styleSheets) {
      for (const { media } of style.cssRules) {
        if (media?.mediaText.includes('prefers-color-scheme')) media.mediaText = theme === 'dark' ? 'all' : 'not all';
      }
    }
  };
  const dress = (theme) => {
    dataset.theme = theme;
    root.style.colorScheme = theme;
    try {
      force(theme);
    } catch {
      // Without an origin of its own, a frame reads no rules of a style that it did not ask for so.
      const link = document.querySelector('link[rel=stylesheet]');
      const again = link.cloneNode();
      again.crossOrigin = 'anonymous';
      again.onload = () => {
        link.remove();
        force(theme);
      };
      link.after(again);
    }
  };
  const themes = ['light', 'dark'];
  const theme = asked.get('theme');
  if (themes.includes(theme)) dress(theme);
  if (theme !== 'hote' || parent === window) return;

  // The theme of the page around, which its script knows.
  const ask = () => parent.postMessage({ type: 'carte-sante', theme }, '*');
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.type !== 'carte-sante') return;
    if (!data.theme) return ask();
    const present = dataset.theme ?? themes[+matchMedia('(prefers-color-scheme: dark)').matches];
    if (data.theme === present || !themes.includes(data.theme)) return;
    if (document.readyState === 'loading') return dress(data.theme);
    // The map may have its colours already: this page begins again, without an entry of the history.
    asked.set('theme', data.theme);
    location.replace(`?${asked}${location.hash}`);
  });
  ask();
})();
