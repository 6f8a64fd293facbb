// The page that sets up an embed: the form becomes lines to copy, a preview, and the address of this page.
(() => {
  const form = document.querySelector('.embed-setup');
  const code = document.querySelector('.embed-code textarea');
  const preview = document.querySelector('.embed-preview');
  const frame = preview.querySelector('iframe');
  const site = new URL(form.dataset.site || '..', location.href).href.replace(/\/?$/, '/');
  const here = new URL('..', location.href);
  const fields = [...form.elements].filter((field) => field.name);
  const start = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = start.get(field.name);
    if (value === null || !/^[\w-]*$/.test(value)) continue;
    // A territory that its own page leads here from.
    const isKnown = [...field.options].some((option) => option.value === value);
    if (!isKnown && field.name === 'territoire') field.add(new Option(value, value), 1);
    field.value = value;
  }
  const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const chosen = () => Object.fromEntries(fields.map((field) => [field.name, field.value]));
  const query = (values) => {
    const given = Object.entries(values).filter(([, value]) => value);
    return given.length ? `?${new URLSearchParams(given)}` : '';
  };
  const embed = ({ territoire, vue, theme, hauteur }) =>
    `embed/${territoire ? `${territoire}/` : ''}${query({ vue, theme, hauteur })}`;
  const whole = (key) => {
    const folder = /^(region|departement|epci)-/.test(key) ? 'territoire' : 'dispositif';
    return key ? `${folder}/${key}/` : '';
  };
  // The title of the framed page is « Carte : » and that of the page about the same.
  const write = () => {
    const values = chosen();
    const title = frame.contentDocument?.title || form.dataset.title;
    const option = form.elements.territoire.selectedOptions[0];
    if (option.text === option.value) option.text = title.replace(/^.*?: (.*?)\s?:.*$/, '$1');
    const height = values.hauteur || (values.vue ? 150 : 450);
    const lines = [
      `<p><iframe src="${escaped(site + embed(values))}" title="${escaped(title)}" width="100%" height="${height}" frameborder="0" loading="lazy" allow="fullscreen"></iframe>`,
      `<a href="${escaped(site + whole(values.territoire))}">${escaped(title.replace(/^.*?: /, ''))}</a></p>`,
    ];
    if (!values.hauteur) lines.push(`<script src="${escaped(site)}integration.js" async></script>`);
    code.value = lines.join('\n');
  };
  const follow = () => {
    const values = chosen();
    if (values.hauteur) frame.style.height = `${values.hauteur}px`;
    frame.style.width = `${values.largeur}px`;
    const address = new URL(embed(values), here).href;
    history.replaceState(null, '', query(values) || location.pathname);
    if (frame.src !== address) frame.src = address;
    else write();
  };
  frame.addEventListener('load', write);
  form.addEventListener('input', follow);
  form.addEventListener('submit', (event) => event.preventDefault());
  const copy = document.querySelector('.embed-code button');
  copy.hidden = false;
  copy.addEventListener('click', () => {
    code.select();
    if (document.execCommand('copy')) copy.textContent = 'Copié';
    setTimeout(() => (copy.textContent = 'Copier'), 2000);
  });
  document.querySelector('.embed-scripted').hidden = false;
  follow();
})();
