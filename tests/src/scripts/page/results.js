// The results of the search box that are in sight.
const input = document.querySelector('[role=combobox]');
const list = document.getElementById(input.getAttribute('aria-controls'));
if (!list?.checkVisibility()) return [];
const current = input.getAttribute('aria-activedescendant');
return [...list.querySelectorAll('[role=option]')].map(it => {
  const lines = [...it.children].filter(line => line.ariaHidden !== 'true').map(line => line.textContent);
  return {
    name: lines[0],
    detail: lines.at(-1),
    schemes: lines.length > 2 ? lines[1] : '',
    isCurrent: it.id === current && it.ariaSelected === 'true',
    height: it.getBoundingClientRect().height,
  };
});
