// From before the page begins, keeps what it hands to the browser as files: name, type, bytes as text.
(() => {
  const blobs = new Map();
  window.savedFiles = [];
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = blob => {
    const url = make(blob);
    blobs.set(url, blob);
    return url;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    const blob = blobs.get(this.href);
    if (!this.download || !blob) return click.call(this);
    window.savedFiles.push(blob.arrayBuffer().then(buffer => {
      const bytes = new Uint8Array(buffer);
      // As text the mark of UTF-8 would be left out.
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      return { name: this.download, media: blob.type, length: bytes.length, text };
    }));
  };
})();
