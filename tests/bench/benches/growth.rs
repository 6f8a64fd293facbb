//! The growth of the pure core with the number of polygons: 101 departments, 1,255 EPCI, 34,868
//! communes.
//!
//! `cargo bench -p bench` prints the time of each step at each level. What happens for every move of
//! a pointer (hit test, neighbours) must not grow with the number of polygons; what happens once
//! (parse, project, chain) may grow with the number of vertices.

#![allow(missing_docs, reason = "criterion's macros write functions without any")]
#![allow(clippy::expect_used, reason = "a benchmark without its data is none")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;

use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use geodata::contours::Contours;
use geodata::territories::{Commune, Territories};
use geodata::topology::{GridPoint, Topology};
use map::mesh::{Chains, FaceIndex, Mesh, Neighbours, PackedMesh, RawArc};
use map::{LonLat, MapBounds, MapPoint, Projection};

/// The number of hit tests, and of faces whose neighbours are listed, in one iteration.
const SAMPLES: usize = 1000;

/// The tolerance of the overview, in metres.
const OVERVIEW_M: f32 = 1250.0;

/// The tolerance of the communes, in metres.
const DETAIL_M: f32 = 200.0;

/// Metres of the map plane per step of the packed grid.
const QUANTUM_M: u32 = 10;

/// The polygons of one level.
struct LevelMesh {
    name: &'static str,
    /// Every vertex with its inset of the map plane.
    vertices: Vec<(Projection, LonLat)>,
    packed: PackedMesh,
    mesh: Mesh,
    index: FaceIndex,
    neighbours: Neighbours,
}

impl LevelMesh {
    fn new(
        name: &'static str,
        topology: &Topology,
        projections: &[Projection],
        tolerance_m: f32,
    ) -> Self {
        let mut vertices = Vec::new();
        let mut arcs = Vec::new();
        for arc in &topology.arcs {
            let Some(face) = arc.left.or(arc.right) else { continue };
            let projection = projections[face as usize];
            let own: Vec<LonLat> = arc.points_at(tolerance_m).map(GridPoint::lon_lat).collect();
            if own.len() > 1 {
                let points = own.iter().map(|&at| projection.map_from_lon_lat(at)).collect();
                arcs.push(RawArc { points, left: arc.left, right: arc.right });
                vertices.extend(own.into_iter().map(|at| (projection, at)));
            }
        }
        let packed = PackedMesh::pack(projections.len(), QUANTUM_M, &arcs);
        let mesh = packed.unpack().expect("what was packed can be unpacked");
        let index = FaceIndex::new(&mesh, projections.len());
        let neighbours = Neighbours::new(&mesh, Some);
        Self { name, vertices, packed, mesh, index, neighbours }
    }

    /// Points spread over the mainland, the same in every run.
    fn points(&self) -> Vec<MapPoint> {
        let bounds =
            MapBounds::of(self.mesh.arcs().iter().flat_map(|arc| self.mesh.points(arc)).copied());
        let spread = |n: usize, step: f64| (n as f64 * step).fract();
        // Steps of the golden ratio and of the square root of two fill a rectangle evenly.
        let point = |n| {
            let x = bounds.min.x + spread(n, 0.618_034) * bounds.width();
            MapPoint::new(x, bounds.min.y + spread(n, 0.414_214) * bounds.height())
        };
        (0..SAMPLES).map(point).collect()
    }
}

/// The three levels, from the committed contours.
fn levels() -> [LevelMesh; 3] {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../geodata/contours");
    let territories = Territories::read(&folder).expect("the committed tables can be read");
    let contours = Contours::read(&folder).expect("the committed contours can be read");
    let indices = territories.commune_indices();
    let faces = contours.header.communes.iter();
    let communes: Vec<&Commune> =
        faces.map(|code| &territories.communes[indices[code.as_str()]]).collect();
    let merged = |name, key: fn(&Commune) -> String| {
        let mut numbers = BTreeMap::new();
        let mut projections = Vec::new();
        let number = |commune: &&Commune| {
            let projection = Projection::of_department(commune.departement.as_str());
            *numbers.entry(key(commune)).or_insert_with(|| {
                projections.push(projection);
                projections.len() as u32 - 1
            })
        };
        let groups: Vec<u32> = communes.iter().map(number).collect();
        let topology = contours.topology.merged(|face| groups[face as usize]);
        LevelMesh::new(name, &topology, &projections, OVERVIEW_M)
    };
    let projection = |commune: &&Commune| Projection::of_department(commune.departement.as_str());
    let projections: Vec<Projection> = communes.iter().map(projection).collect();
    [
        merged("departments", |commune| commune.departement.to_string()),
        // Four islands belong to none: each is a polygon of its own.
        merged("epci", |commune| {
            commune.epci.as_ref().map_or_else(|| commune.code.to_string(), ToString::to_string)
        }),
        LevelMesh::new("communes", &contours.topology, &projections, DETAIL_M),
    ]
}

fn grow(criterion: &mut Criterion) {
    let levels = levels();
    for level in &levels {
        let (faces, vertices) = (level.mesh.face_count(), level.vertices.len());
        println!("{}: {faces} polygons, {vertices} vertices", level.name);
    }
    each(
        criterion,
        "parse",
        &levels,
        |level| level.packed.east.len(),
        |level| {
            black_box(level.packed.unpack().map(|mesh| mesh.face_count()).unwrap_or_default());
        },
    );
    each(
        criterion,
        "project",
        &levels,
        |level| level.vertices.len(),
        |level| {
            for (projection, lon_lat) in &level.vertices {
                black_box(projection.map_from_lon_lat(*lon_lat));
            }
        },
    );
    each(
        criterion,
        "chain",
        &levels,
        |level| level.mesh.arcs().len(),
        |level| {
            black_box(Chains::lines(&level.mesh, |_| true).is_empty());
        },
    );
    let points: Vec<Vec<MapPoint>> = levels.iter().map(LevelMesh::points).collect();
    let mut group = criterion.benchmark_group("hit test");
    for (level, points) in levels.iter().zip(&points) {
        measure(&mut group, level, SAMPLES, |level| {
            for point in points {
                black_box(level.index.at(&level.mesh, *point));
            }
        });
    }
    group.finish();
    each(
        criterion,
        "neighbours",
        &levels,
        |_| SAMPLES,
        |level| {
            for n in 0..SAMPLES {
                let face = (n % level.mesh.face_count()) as u32;
                black_box(level.neighbours.of(face).count());
            }
        },
    );
}

fn each(
    criterion: &mut Criterion,
    name: &str,
    levels: &[LevelMesh],
    elements: impl Fn(&LevelMesh) -> usize,
    act: impl Fn(&LevelMesh),
) {
    let mut group = criterion.benchmark_group(name);
    for level in levels {
        measure(&mut group, level, elements(level), &act);
    }
    group.finish();
}

fn measure(
    group: &mut BenchmarkGroup<'_, WallTime>,
    level: &LevelMesh,
    elements: usize,
    act: impl Fn(&LevelMesh),
) {
    group.throughput(Throughput::Elements(elements as u64));
    group.bench_with_input(BenchmarkId::from_parameter(level.name), level, |bencher, level| {
        bencher.iter(|| act(level));
    });
}

criterion_group! {
    name = growth;
    config = Criterion::default().sample_size(20);
    targets = grow
}
criterion_main!(growth);
