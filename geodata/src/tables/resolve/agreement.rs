//! A code with a name beside it: the two designate one territory, or it is said that they do not.

use super::checker::Checker;
use super::propose::one_of;
use crate::names::{Match, nearest_of, normalized};
use crate::problem::Finding;

/// A territory found by its code.
#[derive(Clone, Copy)]
pub(crate) enum Coded {
    Commune(usize),
    Arrondissement(usize),
}

impl Checker<'_> {
    /// Checks that `name` may stand beside `code`, which designates `found`.
    ///
    /// # Errors
    /// A finding that proposes the territory of that name, if it is another one. A name that is
    /// none of a territory (« secteur nord ») contradicts nothing.
    pub(crate) fn check_name(&self, code: &str, found: Coded, name: &str) -> Result<(), Finding> {
        let whole = self.whole(found);
        let own = &self.territories.communes[whole].nom;
        match self.names().communes.find(name) {
            Match::One(index) | Match::Former(index) if index == whole => Ok(()),
            Match::Several(indices) if indices.contains(&whole) => Ok(()),
            _ if normalized(name) == normalized(own) => Ok(()),
            Match::One(index) => Err(self.other(code, name, &[index])),
            Match::Several(indices) => Err(self.other(code, name, &indices)),
            // A former name may have been that of several communes.
            Match::Former(index) if self.is_postal_code_of(code, index) => {
                Err(self.other(code, name, &[index]))
            }
            Match::Former(_) => Ok(()),
            Match::Nothing => self.check_part(code, found, name),
        }
    }

    /// The commune of a territory.
    fn whole(&self, found: Coded) -> usize {
        match found {
            Coded::Commune(index) => index,
            Coded::Arrondissement(part) => {
                let commune = &self.territories.arrondissements[part].commune;
                let communes = &self.territories.communes;
                communes.iter().position(|one| one.code == *commune).unwrap_or(0)
            }
        }
    }

    /// Checks a name that is none of a commune: of an arrondissement, or a slip of another one.
    fn check_part(&self, code: &str, found: Coded, name: &str) -> Result<(), Finding> {
        let parts = &self.territories.arrondissements;
        match (self.names().arrondissements.find(name), found) {
            (Match::One(named), Coded::Arrondissement(part)) if named == part => Ok(()),
            (Match::One(named), _) => {
                let proposal = format!("{}, {}", parts[named].code, parts[named].nom);
                Err(Finding::proposing(self.expected(name), Some(proposal)))
            }
            _ => self.check_slip(code, found, name),
        }
    }

    /// Checks a name that nothing bears: nearer to that of the postal code, if the code is one.
    fn check_slip(&self, code: &str, found: Coded, name: &str) -> Result<(), Finding> {
        let communes = &self.territories.communes;
        let of_postal_code = self.names().postal_codes.communes_of(code);
        let (written, own) = (normalized(name), normalized(&communes[self.whole(found)].nom));
        if written.contains(&own) || nearest_of(&written, [own.as_str()].into_iter()).is_some() {
            return Ok(());
        }
        let is_near = |index: &&usize| {
            let known = normalized(&communes[**index].nom);
            written.contains(&known) || nearest_of(&written, [known.as_str()].into_iter()).is_some()
        };
        match of_postal_code.iter().find(is_near) {
            Some(index) => Err(self.other(code, name, &[*index])),
            None => Ok(()),
        }
    }

    fn is_postal_code_of(&self, code: &str, commune: usize) -> bool {
        self.names().postal_codes.communes_of(code).contains(&commune)
    }

    fn other(&self, code: &str, name: &str, indices: &[usize]) -> Finding {
        const SHOWN: usize = 3;
        let mut expected = self.expected(name);
        if indices.iter().any(|index| self.is_postal_code_of(code, *index)) {
            expected += &format!("\u{a0}; {code} est son code postal");
        }
        let communes = indices.iter().take(SHOWN).map(|&index| &self.territories.communes[index]);
        let named = communes.map(|one| format!("{}, {}", one.code, one.nom)).collect();
        Finding::proposing(expected, one_of(named))
    }

    fn expected(&self, name: &str) -> String {
        format!("le code de «\u{a0}{name}\u{a0}», que dit la même ligne")
    }
}
