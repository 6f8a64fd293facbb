// The part that all peers' pages share: the container of the map, the colours, the name beside the
// pointer, the answers for the driver. Everything about drawing is in the page of the library.

/** Longitudes and latitudes that the first view holds: the mainland and Corsica. */
export const WEST = -5.14;
export const SOUTH = 41.333;
export const EAST = 9.56;
export const NORTH = 51.089;

/** What one notch of the wheel zooms by, and how many pixels of `deltaY` it has. */
export const NOTCH = 1.5;
export const NOTCH_PIXELS = 100;

export const FILLS = ['#3f7fb5', '#a9cbe6', '#dfe9f2', '#f4efe4'];
export const EPCI_LINE = { color: '#8a8f96', width: 0.5 };
export const DEPARTMENT_LINE = { color: '#4a5058', width: 1.2 };
export const HOVER_LINE = { color: '#1d2126', width: 2 };
export const SELECTED_LINE = { color: '#c23b22', width: 3 };

/** The colour of an EPCI, spread as statuses would be. */
export const fillOf = properties => FILLS[Number(properties.code.slice(4, 8)) % FILLS.length];

// #left,top,width,height of the map in the window, then of the mainland within the map; without
// it, for people, the whole window.
const wanted = location.hash === ''
  ? [0, 0, innerWidth, innerHeight, 20, 20, innerWidth - 40, innerHeight - 40]
  : location.hash.slice(1).split(',').map(Number);
const [left, top, width, height, x, y, w, h] = wanted;

/** The size of the map in CSS pixels. */
export const size = [width, height];

/** Where the first view shows the mainland, in CSS pixels from the map's upper left corner. */
export const mainland = { left: x, top: y, right: x + w, bottom: y + h };

/** What the first view leaves free on each side of the mainland. */
export const padding = { left: x, top: y, right: width - x - w, bottom: height - y - h };

/** The element that the map fills. */
export const container = document.getElementById('map');
Object.assign(container.style, {
  left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`,
});

/** Both files, asked for side by side: departments and EPCI. */
export const load = () => Promise.all(['departements', 'epci'].map(async name =>
  (await fetch(`data/${name}.geojson`)).json()));

const tag = document.getElementById('name');

/** Shows a name beside the pointer; `null` hides it. */
export function showName(name, event) {
  tag.textContent = name ?? '';
  if (name !== null) {
    tag.style.transform = `translate(${event.clientX + 14}px, ${event.clientY + 14}px)`;
  }
}

/**
 * Answers the driver's questions. `screen([lon, lat])` gives CSS pixels in the map, `drawn()` how
 * many EPCI and departments the library draws, `resolution()` any length that halves when the map
 * shows everything twice as large.
 */
export function expose({ screen, drawn, resolution }) {
  window.bench = {
    selected: null,
    screen(lon, lat) {
      const point = screen([lon, lat]);
      return [left + point[0], top + point[1]];
    },
    drawn,
    resolution,
  };
}

/** Tells the driver which EPCI is selected. */
export function select(properties) {
  window.bench.selected = properties?.code ?? null;
}

/** Marks the first complete frame, for a library that does not tell when it has drawn it. */
export function readyAfterPaint() {
  requestAnimationFrame(() => {
    // Handled after the frame of which the callback above is the beginning.
    const channel = new MessageChannel();
    channel.port1.onmessage = ready;
    channel.port2.postMessage(null);
  });
}

/** Marks the first complete frame. */
export function ready() {
  performance.mark('map-ready');
}
