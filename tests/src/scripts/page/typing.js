// The milliseconds of the main thread that each key of some texts takes in the search box, its layout
// included.
const [texts] = arguments;
const input = document.querySelector('[role=combobox]');
input.focus();
return (async () => {
  const times = [];
  for (const text of texts) {
    for (let end = 1; end <= text.length; end++) {
      input.value = text.slice(0, end);
      const start = performance.now();
      input.dispatchEvent(new Event('input', { bubbles: true }));
      // The list follows in microtasks.
      for (let turn = 0; turn < 100; turn++) await null;
      input.parentElement.getBoundingClientRect();
      document.getElementById(input.getAttribute('aria-controls')).getBoundingClientRect();
      times.push(performance.now() - start);
    }
  }
  return times;
})();
