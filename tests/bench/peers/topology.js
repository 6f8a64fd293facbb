// The same two layers as `load` gives, from one quantized TopoJSON.
import { feature } from 'topojson-client';

/** Departments and EPCI. */
export async function loadTopology() {
  const topology = await (await fetch('data/france.json')).json();
  const { departements, epci } = topology.objects;
  return [departements, epci].map(object => feature(topology, object));
}
