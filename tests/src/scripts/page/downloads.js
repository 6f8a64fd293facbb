// Every file that the « Données » page offers, and whether the server has it.
const links = [...document.querySelectorAll('#donnees a[download]')];
const ask = async link => {
  const answer = await fetch(link.href, { method: 'HEAD' });
  const row = link.closest('tr');
  return { url: link.href, status: answer.status, row: row ? row.textContent : '' };
};
return Promise.all(links.map(ask));
