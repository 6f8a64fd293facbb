// d3-geo on SVG: one path for each territory, moved and scaled as a group.
import { select as selection } from 'd3-selection';
import {
  DEPARTMENT_LINE, EPCI_LINE, HOVER_LINE, SELECTED_LINE, container, expose, fillOf,
  readyAfterPaint, select, showName, size,
} from './common.js';
import { behaviour, path, projection } from './d3.js';

/** Draws what `load` gives: departments and EPCI. */
export async function draw(load) {
  const svg = selection(container).append('svg').attr('width', size[0]).attr('height', size[1])
    .style('touch-action', 'none').style('display', 'block');
  const group = svg.append('g').attr('stroke-linejoin', 'round');
  let transform = { k: 1, x: 0, y: 0 };

  const [departements, epci] = await load();
  const layer = (features, line) => group.append('g')
    .attr('stroke', line.color).attr('stroke-width', line.width)
    .selectAll('path').data(features).join('path').attr('d', path);
  const epciPaths = layer(epci.features, EPCI_LINE).attr('fill', it => fillOf(it.properties));
  const departmentPaths = layer(departements.features, DEPARTMENT_LINE)
    .attr('fill', 'none').attr('pointer-events', 'none');

  let selected = null;
  const outline = (node, line) => selection(node)
    .attr('stroke', line?.color ?? null).attr('stroke-width', line && line.width / transform.k);
  const restyle = node => outline(node, node === selected ? SELECTED_LINE : null);
  epciPaths
    .on('pointerover', event => {
      if (event.target !== selected) outline(event.target, HOVER_LINE);
    })
    .on('pointermove', (event, it) => showName(it.properties.nom, event))
    .on('pointerout', event => {
      restyle(event.target);
      showName(null, event);
    })
    .on('click', (event, it) => {
      const before = selected;
      selected = event.target;
      if (before !== null) restyle(before);
      restyle(selected);
      select(it.properties);
    });

  svg.call(behaviour.on('zoom', event => {
    const isScaled = event.transform.k !== transform.k;
    transform = event.transform;
    group.attr('transform', transform);
    if (isScaled) {
      // Lines keep their width: one attribute for each group, which its paths inherit.
      selection(epciPaths.node().parentNode).attr('stroke-width', EPCI_LINE.width / transform.k);
      selection(departmentPaths.node().parentNode)
        .attr('stroke-width', DEPARTMENT_LINE.width / transform.k);
      if (selected !== null) restyle(selected);
    }
  }));
  expose({
    screen(lonLat) {
      const [x, y] = projection(lonLat);
      return [transform.k * x + transform.x, transform.k * y + transform.y];
    },
    drawn: () => [epciPaths, departmentPaths].map(paths => paths.filter(function isDrawn() {
      return this.isConnected && this.getBBox().width > 0;
    }).size()),
    resolution: () => 1 / transform.k,
  });
  readyAfterPaint();
}
