// A commune has no page: it is a row of that of its intercommunality, which the application knows.
const [, root, code] =
  location.pathname.match(/^(.*\/)territoire\/(?:commune|arrondissement)-(\w{5})(?:\/|$)/) ?? [];
if (code) location.replace(`${root}#commune-${code}`);
