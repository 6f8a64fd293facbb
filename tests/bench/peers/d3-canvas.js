// d3-geo on a canvas: each territory projected once into a Path2D, redrawn through the transform of
// d3-zoom, with hover and selection on a canvas of their own.
import { select as selection } from 'd3-selection';
import {
  DEPARTMENT_LINE, EPCI_LINE, HOVER_LINE, SELECTED_LINE, container, expose, fillOf,
  readyAfterPaint, select, showName, size,
} from './common.js';
import { behaviour, path, projection } from './d3.js';

/** Draws what `load` gives: departments and EPCI. */
export async function draw(load) {
  const ratio = devicePixelRatio;
  const context = () => {
    const canvas = selection(container).append('canvas')
      .attr('width', size[0] * ratio).attr('height', size[1] * ratio)
      .style('position', 'absolute')
      .style('width', `${size[0]}px`).style('height', `${size[1]}px`);
    return canvas.node().getContext('2d');
  };
  const [map, overlay] = [context(), context()];
  let transform = { k: 1, x: 0, y: 0 };

  const [departements, epci] = await load();
  const shape = feature => ({
    bounds: path.bounds(feature), color: fillOf(feature.properties),
    outline: new Path2D(path(feature)), properties: feature.properties,
  });
  const shapes = { epci: epci.features.map(shape), departements: departements.features.map(shape) };

  /** Clears a canvas and sets it to the coordinates of the paths. */
  function begin(context) {
    const { k, x, y } = transform;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, size[0] * ratio, size[1] * ratio);
    context.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
    context.lineJoin = 'round';
  }

  function stroke(context, { outline }, line) {
    context.strokeStyle = line.color;
    context.lineWidth = line.width / transform.k;
    context.stroke(outline);
  }

  const isInView = ({ bounds: [[x0, y0], [x1, y1]] }) => {
    const { k, x, y } = transform;
    return k * x1 + x > -4 && k * x0 + x < size[0] + 4 && k * y1 + y > -4 && k * y0 + y < size[1] + 4;
  };

  let drawn = [0, 0];
  function drawMap() {
    begin(map);
    const [seenEpci, seenDepartments] = [shapes.epci, shapes.departements].map(it => it.filter(isInView));
    for (const it of seenEpci) {
      map.fillStyle = it.color;
      map.fill(it.outline);
    }
    for (const it of seenEpci) stroke(map, it, EPCI_LINE);
    for (const it of seenDepartments) stroke(map, it, DEPARTMENT_LINE);
    drawn = [seenEpci.length, seenDepartments.length];
  }

  let [hovered, selected] = [null, null];
  function drawOverlay() {
    begin(overlay);
    if (hovered !== null) stroke(overlay, hovered, HOVER_LINE);
    if (selected !== null) stroke(overlay, selected, SELECTED_LINE);
  }

  let isAsked = false;
  function redraw() {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      drawMap();
      drawOverlay();
    });
  }

  function epciAt(event) {
    const { k, x, y } = transform;
    const [px, py] = [(event.offsetX - x) / k, (event.offsetY - y) / k];
    return shapes.epci.find(({ bounds: [[x0, y0], [x1, y1]], outline }) =>
      // The context has a transform, which a test of a point does not want.
      px >= x0 && px <= x1 && py >= y0 && py <= y1 && hit.isPointInPath(outline, px, py)) ?? null;
  }
  const hit = document.createElement('canvas').getContext('2d');

  selection(overlay.canvas)
    .style('touch-action', 'none')
    .on('pointermove', event => {
      if (event.pointerType === 'touch' || event.buttons > 0) return;
      const found = epciAt(event);
      if (found !== hovered) {
        hovered = found;
        requestAnimationFrame(drawOverlay);
      }
      showName(found?.properties.nom ?? null, event);
    })
    .on('click', event => {
      selected = epciAt(event);
      requestAnimationFrame(drawOverlay);
      select(selected?.properties);
    })
    .call(behaviour.on('zoom', event => {
      transform = event.transform;
      redraw();
    }));
  expose({
    screen(lonLat) {
      const [x, y] = projection(lonLat);
      return [transform.k * x + transform.x, transform.k * y + transform.y];
    },
    drawn: () => drawn,
    resolution: () => 1 / transform.k,
  });
  redraw();
  readyAfterPaint();
}
