// The form that sets up an embed: its fields as values, from and into the address of this page.
(() => {
  const form = document.querySelector('.embed-setup');
  const [subject, key] = [form.querySelector('[list]'), form.elements.territoire];
  const note = document.getElementById(subject.getAttribute('aria-describedby'));
  const options = [...subject.list.options];
  const layers = [...form.querySelectorAll('[name=couches]')];
  const asked = new URLSearchParams(location.search);

  // Names as they are compared: without capitals, accents and signs.
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\W+/g, ' ').trim();
  // The shortest name with all these words.
  const find = (text) => {
    const words = plain(text).split(' ');
    const having = options.filter(({ value }) => words.every((word) => plain(value).includes(word)));
    return having.sort((one, other) => one.value.length - other.value.length)[0];
  };
  const choose = (option) => {
    key.value = option?.dataset.cle ?? '';
    subject.setAttribute('aria-invalid', Boolean(subject.value && !option));
    note.hidden = !subject.value || Boolean(option);
  };

  // What is chosen; empty where that is the usual.
  const usualWidth = innerWidth < 700 ? '320' : '600';
  const values = () => {
    const data = new FormData(form);
    const usual = { couches: layers.map(({ value }) => value).join(), largeur: usualWidth };
    const chosen = { territoire: key.value, couches: data.getAll('couches').join() || 'aucune' };
    for (const name of ['vue', 'hauteur', 'theme', 'langue', 'largeur']) chosen[name] = data.get(name);
    for (const name in usual) if (chosen[name] === usual[name]) chosen[name] = '';
    return chosen;
  };
  const tell = () => {
    const given = Object.entries(values()).filter(([, value]) => value);
    const query = new URLSearchParams(given).toString().replaceAll('%2C', ',');
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    form.dispatchEvent(new CustomEvent('choisi', { detail: values() }));
  };

  const known = options.find((option) => option.dataset.cle === asked.get('territoire'));
  subject.value = known?.value ?? '';
  choose(known);
  for (const name of ['vue', 'hauteur', 'theme', 'langue']) {
    const field = form.elements[name];
    field.value = asked.get(name) ?? '';
    if (field.selectedIndex < 0) field.value = '';
  }
  const width = asked.get('largeur') ?? usualWidth;
  for (const radio of form.elements.largeur) radio.checked = radio.value === width || radio.checked;
  const codes = asked.get('couches');
  const shown = layers.filter(({ value }) => codes?.split(',').includes(value));
  if (shown.length || codes === 'aucune') for (const layer of layers) layer.checked = shown.includes(layer);

  // A name is chosen from the list at once; one that was typed, when the field is left.
  subject.addEventListener('input', (event) => {
    event.stopPropagation();
    const option = options.find(({ value }) => value === subject.value);
    if (!option && subject.value) return;
    choose(option);
    tell();
  });
  subject.addEventListener('change', () => {
    const option = plain(subject.value) ? find(subject.value) : undefined;
    if (option) subject.value = option.value;
    choose(option);
    tell();
  });
  document.addEventListener('input', ({ target }) => target.form === form && tell());
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  tell();
})();
