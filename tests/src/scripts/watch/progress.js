// Remembers every sentence of the progress line, from before the page begins.
window.progressSaid = [];
new MutationObserver(() => {
  const sentence = document.querySelector('#attente p, [role=status] p')?.textContent;
  if (sentence !== undefined && sentence !== window.progressSaid.at(-1)) {
    window.progressSaid.push(sentence);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
