//! `fiches-suite.bin`: the records that are read rarely, in a file of their own.

use crate::served::{CommuneName, Facts, RecordsFile, SchemeProperties, ServedFile};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The part of the records that the first answer does without: pages, reservations, further facts,
/// the list of files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordsRest {
    /// Of each CLS, in the order of the records.
    pub cls: Vec<SchemeRest>,
    /// Of each CPTS, in the order of the records.
    pub cpts: Vec<SchemeRest>,
    /// All facts but the places, which the records have.
    pub facts: Facts,
    /// The files for download.
    pub fichiers: BTreeMap<String, ServedFile>,
    /// The remarks on sources, by identifier.
    pub notes: BTreeMap<String, String>,
}

/// The fields of a scheme that are read rarely, under their names in [`SchemeProperties`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SchemeRest {
    note: Option<String>,
    site: Option<String>,
    connues: Vec<CommuneName>,
    population_annoncee: Option<u32>,
    communes_annoncees: Option<u32>,
    page: Option<String>,
    editeur: Option<String>,
    lue: Option<String>,
    seconde_page: Option<String>,
    finess: Option<String>,
    siege: Option<[f64; 2]>,
    deduit: Vec<String>,
    reserve: Option<String>,
    axes: Vec<String>,
}

impl RecordsRest {
    /// Takes the rest out of whole records; [`RecordsRest::put_into`] puts it back.
    pub fn taken_from(file: &mut RecordsFile) -> Self {
        let lieux = std::mem::take(&mut file.facts.lieux);
        let facts = std::mem::replace(&mut file.facts, Facts { lieux, ..Facts::default() });
        let sources = file.manifest.sources.iter_mut();
        let notes = sources.filter_map(|(id, source)| Some((id.clone(), source.note.take()?)));
        Self {
            notes: notes.collect(),
            cls: file.cls.iter_mut().map(SchemeRest::taken_from).collect(),
            cpts: file.cpts.iter_mut().map(SchemeRest::taken_from).collect(),
            facts,
            fichiers: std::mem::take(&mut file.manifest.fichiers),
        }
    }

    /// Makes records whole again. Those of another build keep what does not fit.
    pub fn put_into(self, file: &mut RecordsFile) {
        let lieux = std::mem::take(&mut file.facts.lieux);
        file.facts = Facts { lieux, ..self.facts };
        file.manifest.fichiers = self.fichiers;
        for (id, source) in &mut file.manifest.sources {
            source.note = self.notes.get(id).cloned();
        }
        for (schemes, rest) in [(&mut file.cls, self.cls), (&mut file.cpts, self.cpts)] {
            schemes.iter_mut().zip(rest).for_each(|(scheme, rest)| rest.put_into(scheme));
        }
    }
}

macro_rules! moved {
    ($($field:ident),*) => {
        impl SchemeRest {
            fn taken_from(scheme: &mut SchemeProperties) -> Self {
                Self { $($field: std::mem::take(&mut scheme.$field)),* }
            }

            fn put_into(self, scheme: &mut SchemeProperties) {
                $(scheme.$field = self.$field;)*
            }
        }
    };
}

moved!(
    note,
    site,
    connues,
    population_annoncee,
    communes_annoncees,
    page,
    editeur,
    lue,
    seconde_page,
    finess,
    siege,
    deduit,
    reserve,
    axes
);
