// Remembers every sentence of the progress line, from before the page begins.
window.progressLines = [];
new MutationObserver(() => {
  const sentence = document.querySelector('#attente p, [role=status] p')?.textContent;
  if (sentence !== undefined && sentence !== window.progressLines.at(-1)) {
    window.progressLines.push(sentence);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
