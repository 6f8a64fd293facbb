// The page that sets up an embed: what its form says becomes lines to copy and a preview.
(() => {
  const form = document.querySelector('.embed-setup');
  const code = document.querySelector('.embed-code textarea');
  let frame = document.querySelector('.embed-preview iframe');
  const { site: root, title: usual, script, integrity } = form.dataset;
  const site = new URL(root || '..', location.href).href.replace(/\/?$/, '/');
  const here = new URL('..', location.href);
  const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  let values = {};
  const embed = ({ territoire, couches, vue, theme, langue, hauteur }) => {
    const given = Object.entries({ couches, vue, theme, langue, hauteur }).filter(([, value]) => value);
    const query = new URLSearchParams(given).toString().replaceAll('%2C', ',');
    return `embed/${territoire ? `${territoire}/` : ''}${query && `?${query}`}`;
  };
  const whole = (key) => {
    const folder = /^(region|departement|epci)-/.test(key) ? 'territoire' : 'dispositif';
    return key ? `${folder}/${key}/` : '';
  };
  // The title of the framed page is « Carte : » and that of the page about the same.
  const write = () => {
    const title = frame.contentDocument?.title || usual;
    const height = values.hauteur || (values.vue === 'fiche' ? 150 : 450);
    const lines = [
      `<p><iframe src="${escaped(site + embed(values))}" title="${escaped(title)}" width="100%" height="${height}" frameborder="0" loading="lazy" allow="fullscreen"></iframe>`,
      `<a href="${escaped(site + whole(values.territoire))}">${escaped(title.replace(/^.*?: /, ''))}</a></p>`,
    ];
    // It gives the frame its height, and tells it the theme around.
    if (!values.hauteur || values.theme === 'hote') {
      lines.push(`<script src="${escaped(site + script)}" integrity="${integrity}" crossorigin="anonymous" async></script>`);
    }
    code.value = lines.join('\n');
  };
  form.addEventListener('choisi', ({ detail }) => {
    values = detail;
    frame.style.height = values.hauteur ? `${values.hauteur}px` : '';
    frame.style.width = `${form.elements.largeur.value}px`;
    const address = new URL(embed(values), here).href;
    if (frame.src === address) return write();
    // Another address in the frame's own history would be one for « back ».
    const next = frame.cloneNode();
    next.src = address;
    next.addEventListener('load', write);
    frame.replaceWith(next);
    frame = next;
  });
  frame.addEventListener('load', write);
  const copy = document.querySelector('.embed-code button');
  copy.hidden = false;
  copy.addEventListener('click', () => {
    code.select();
    if (document.execCommand('copy')) copy.textContent = 'Copié';
    setTimeout(() => (copy.textContent = 'Copier'), 2000);
  });
})();
