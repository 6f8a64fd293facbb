//! The served files, decoded: they say which answer the page should show, and where it should draw.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock};

use geojson::{Feature, FeatureCollection};
use map::served::{
    CoverageFile, Manifest, SchemeProperties, Share, SharesFile, TerritoryProperties,
};
use map::{
    Atlas, CommuneCode, CommuneProperties, DETAIL_BELOW, Detail, DetailLevel, Layer, MapPoint,
    MapStyle, Model, Palette, Records, Scene, ScreenPoint, Subject, SubjectKey, Symbols, Territory,
    Viewport, departments_in_detail,
};
use serde::de::DeserializeOwned;

use crate::Site;

/// The files of the built site.
pub static SERVED: LazyLock<Served> = LazyLock::new(|| Served::of(&Site::built()));

/// The served files that the scenarios need. Lists are in the order of the model.
pub struct Served {
    /// The list of files, sources and lists.
    pub manifest: Manifest,
    /// The departments.
    pub departments: Vec<TerritoryProperties>,
    /// The intercommunalities.
    pub epci: Vec<TerritoryProperties>,
    /// The CLS.
    pub cls: Vec<SchemeProperties>,
    /// The overview, which the page draws at first.
    pub model: Arc<Model>,
    /// The records, which the panel shows.
    pub records: Records,
    /// The shares of the second reading.
    pub shares: SharesFile,
    coverage: CoverageFile,
    data: PathBuf,
    details: Vec<OnceLock<DepartmentDetail>>,
}

/// The communes of a department.
pub struct DepartmentDetail {
    /// The borders of its communes and arrondissements.
    pub detail: Arc<Detail>,
    /// The same at the city level.
    pub city: Arc<Detail>,
    /// The codes of its communes and arrondissements, in the order of the detail's faces.
    pub communes: Vec<CommuneCode>,
}

impl Served {
    /// Reads the files of `site`.
    pub fn of(site: &Site) -> Self {
        let data = site.root().join("data");
        let manifest = fs::read_to_string(data.join("manifest.json")).unwrap();
        let manifest: Manifest = serde_json::from_str(&manifest).unwrap();
        let listed = |name: &str| data.join(&manifest.fichiers[name].url);
        let departments: Vec<TerritoryProperties> = properties(&listed("departements"));
        let epci: Vec<TerritoryProperties> = properties(&listed("epci"));
        let cls = properties(&listed("cls"));
        let model = Model::decode(&fs::read(listed("carte")).unwrap()).unwrap();
        let shares = SharesFile::decode(&fs::read(listed("parts")).unwrap()).unwrap();
        let records = Records::decode(&fs::read(listed("fiches")).unwrap()).unwrap();
        let coverage = fs::read_to_string(listed("couverture")).unwrap();
        let coverage = serde_json::from_str(&coverage).unwrap();
        let codes = |listed: &[TerritoryProperties]| -> Vec<String> {
            listed.iter().map(|one| one.code.clone()).collect()
        };
        let drawn: Vec<_> = model.departments.iter().map(|one| one.code.to_string()).collect();
        assert_eq!(drawn, codes(&departments), "departments of the model and of the list");
        let drawn: Vec<_> = model.epci.iter().map(|one| one.code.to_string()).collect();
        assert_eq!(drawn, codes(&epci), "intercommunalities of the model and of the list");
        let details = departments.iter().map(|_| OnceLock::new()).collect();
        let model = Arc::new(model);
        Self { manifest, departments, epci, cls, model, records, shares, coverage, data, details }
    }

    /// The share of a department or an intercommunality, by the coverage that is served to all.
    pub fn counted_share(&self, layer: Layer, territory: Territory) -> Share {
        let properties = match territory {
            Territory::Region(_) => panic!("regions have no share of their own on the map"),
            Territory::Department(index) => &self.departments[index],
            Territory::Epci(index) => &self.epci[index],
        };
        let known = self.coverage.get(&self.model.key(territory));
        let classes = known.and_then(|known| known.couches.get(&layer));
        classes.map_or(Share::Undocumented, |classes| Share::of(classes, properties.population))
    }

    /// The territory with that key: `departement-69`, `epci-200046977`.
    pub fn territory(&self, key: &str) -> Territory {
        let territory = key.parse().ok().and_then(|key| self.model.territory(&key));
        territory.unwrap_or_else(|| panic!("no territory {key} in the served files"))
    }

    /// The scheme with that identifier: `cls-lyon`.
    pub fn scheme(&self, id: &str) -> Subject {
        let scheme = self.records.subject(&SubjectKey::Scheme(id.to_owned()));
        scheme.unwrap_or_else(|| panic!("no scheme {id} in the served files"))
    }

    /// The index in the lists of the department with that code.
    pub fn department(&self, code: &str) -> usize {
        self.model.department_of(self.territory(&format!("departement-{code}"))).unwrap()
    }

    /// The intercommunalities whose most populated part lies in that department.
    pub fn epci_of(&self, department: &str) -> impl Iterator<Item = Territory> {
        let is_here = move |index: &usize| {
            let departments = &self.epci[*index].departements;
            departments.first().is_some_and(|first| first.as_str() == department)
        };
        (0..self.epci.len()).filter(is_here).map(Territory::Epci)
    }

    /// The detail of a department, read when it is first asked for.
    pub fn detail(&self, department: usize) -> &DepartmentDetail {
        self.details[department].get_or_init(|| self.read_detail(department))
    }

    /// The atlas that the page draws in `view` once everything is loaded.
    pub fn atlas(&self, view: &Viewport) -> Atlas {
        self.atlas_at(DetailLevel::of(view), view)
    }

    /// Every symbol of the map: what it stands for is named there, and not the area.
    pub fn symbols(&self) -> Symbols {
        let style = MapStyle {
            layers: Layer::ALL.to_vec(),
            hidden: Vec::new(),
            choropleth: None,
            palette: Palette::LIGHT,
        };
        Scene::new(Atlas::new(Arc::clone(&self.model)), style).symbols()
    }

    /// The atlas with the departments in sight of `view` at another level.
    pub fn atlas_at(&self, level: Option<DetailLevel>, view: &Viewport) -> Atlas {
        let departments = departments_in_detail(&self.model, view).into_iter();
        let at_level = |index| {
            let own = self.detail(index);
            Some(Arc::clone(match level? {
                DetailLevel::Department => &own.detail,
                DetailLevel::City => &own.city,
            }))
        };
        let details: Vec<_> = departments.filter_map(at_level).collect();
        Atlas::new(Arc::clone(&self.model)).with_details(&details)
    }

    /// The atlas that has one department at the coarser of the two levels, as when its city file is
    /// missing.
    pub fn atlas_without_city(&self, department: &str, view: &Viewport) -> Atlas {
        let (atlas, missing) = (self.atlas(view), self.department(department));
        let others = atlas.details().iter().filter(|detail| detail.department != missing);
        let coarser = &self.detail(missing).detail;
        atlas.with_details(&others.chain([coarser]).cloned().collect::<Vec<_>>())
    }

    /// The atlas without the detail of one department, as when its file is missing.
    pub fn atlas_without(&self, department: &str, view: &Viewport) -> Atlas {
        let (atlas, missing) = (self.atlas(view), self.department(department));
        let others = atlas.details().iter().filter(|detail| detail.department != missing);
        atlas.with_details(&others.cloned().collect::<Vec<_>>())
    }

    /// A point well inside a territory as it is drawn in `view`.
    pub fn anchor(&self, territory: Territory, view: &Viewport) -> MapPoint {
        if view.resolution >= DETAIL_BELOW {
            return self.model.anchor(territory);
        }
        let detail = &self.detail(self.model.department_of(territory).unwrap()).detail;
        let communes = 0..detail.communes as u32;
        let own = communes.filter(|&face| self.model.is_part(detail.cell_of(face), territory));
        detail.mesh.anchor(&own.collect::<Vec<_>>()).unwrap()
    }

    /// The point of that anchor on the screen of `view`.
    pub fn point_of(&self, key: &str, view: &Viewport) -> ScreenPoint {
        view.screen_from_map(self.anchor(self.territory(key), view))
    }

    fn read_detail(&self, department: usize) -> DepartmentDetail {
        let code = &self.departments[department].code;
        let listed =
            |folder: &str| self.data.join(&self.manifest.fichiers[&format!("{folder}/{code}")].url);
        let bytes = fs::read(listed("carte")).unwrap();
        let detail = Detail::decode(&bytes, department, &self.model).unwrap();
        let city = detail.closer(&fs::read(self.data.join(&detail.city)).unwrap()).unwrap();
        let communes = by_face(features(&listed("detail")).iter().filter_map(|one| of(one).ok()));
        let names: Vec<&str> = communes.iter().map(|one| one.nom.as_str()).collect();
        assert_eq!(detail.names, names, "communes of the two files of {code}");
        let communes = communes.into_iter().map(|one| one.code).collect();
        DepartmentDetail { detail: Arc::new(detail), city: Arc::new(city), communes }
    }
}

/// Communes, and arrondissements in the place of the communes that have some.
fn by_face(served: impl Iterator<Item = CommuneProperties>) -> Vec<CommuneProperties> {
    let (parts, communes): (Vec<_>, Vec<_>) = served.partition(|one| one.commune.is_some());
    let faces = communes.into_iter().flat_map(|commune| {
        let own = parts.iter().filter(|part| part.commune.as_ref() == Some(&commune.code));
        let own: Vec<CommuneProperties> = own.cloned().collect();
        if own.is_empty() { vec![commune] } else { own }
    });
    faces.collect()
}

fn properties<T: DeserializeOwned>(file: &Path) -> Vec<T> {
    features(file).iter().map(|feature| of(feature).unwrap()).collect()
}

fn features(file: &Path) -> Vec<Feature> {
    let collection: FeatureCollection = fs::read_to_string(file).unwrap().parse().unwrap();
    collection.features
}

fn of<T: DeserializeOwned>(feature: &Feature) -> Result<T, serde_json::Error> {
    serde_json::from_value(feature.properties.clone().unwrap().into())
}
