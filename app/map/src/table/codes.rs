//! Codes in addresses for what a list shows, and back.

use super::column::Column;
use super::listed::Listed;
use super::row_filter::{Only, RowFilter};
use super::sort::{Order, Sort};
use crate::lean::push_encoded;
use crate::link::parameter;
use crate::{Layer, Status};

/// The code of the condition of rows without CLS and CPTS.
const NEITHER: &str = "ni-cls-ni-cpts";

/// The choices of a list: what, in which order, which rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowsShown {
    /// The kind that is listed; none for the direct parts of the territory.
    pub listed: Option<Listed>,
    /// The order.
    pub sort: Sort,
    /// The rows.
    pub filter: RowFilter,
}

impl RowsShown {
    /// The choices that the parameters of an address stand for; what is not understood is left out.
    pub fn of(parameters: &str) -> Self {
        let value = |name| parameter(parameters, name).unwrap_or_default();
        let listed = value("lister");
        Self {
            listed: Listed::ALL.into_iter().find(|one| one.code() == listed),
            sort: sort(&value("tri")),
            filter: RowFilter { text: value("nom"), only: only(&value("filtre")) },
        }
    }

    /// The parameters of these choices; the usual ones have none.
    pub fn parameters(&self) -> String {
        let sort = match self.sort {
            sort if sort == Sort::default() => String::new(),
            Sort { column, order } => [column.code(), ":", order.code()].concat(),
        };
        let only = match self.filter.only {
            Only::All => String::new(),
            Only::Neither => NEITHER.to_owned(),
            Only::With(layer, status) => [layer.code(), ":", status.code()].concat(),
        };
        let listed = self.listed.map(Listed::code).unwrap_or_default();
        let values =
            [("lister", listed), ("tri", &sort), ("filtre", &only), ("nom", &self.filter.text)];
        let mut text = String::new();
        for (name, value) in values.into_iter().filter(|(_, value)| !value.is_empty()) {
            if !text.is_empty() {
                text.push('&');
            }
            text.push_str(name);
            text.push('=');
            push_encoded(&mut text, value);
        }
        text
    }
}

fn sort(code: &str) -> Sort {
    let (column, order) = code.split_once(':').unwrap_or((code, ""));
    let mut all = Column::OF_TERRITORIES.into_iter().chain(Column::OF_SCHEMES);
    let Some(column) = all.find(|one| one.code() == column) else { return Sort::default() };
    let named = [Order::Rising, Order::Falling].into_iter().find(|one| one.code() == order);
    named.map_or_else(|| Sort::first(column), |order| Sort { column, order })
}

fn only(code: &str) -> Only {
    if code == NEITHER {
        return Only::Neither;
    }
    let with = |(layer, status): (&str, &str)| {
        let layer = Layer::ALL.into_iter().find(|one| one.code() == layer)?;
        Some(Only::With(layer, Status::from_code(status)?))
    };
    code.split_once(':').and_then(with).unwrap_or_default()
}

impl Listed {
    const ALL: [Self; 5] =
        [Self::Regions, Self::Departments, Self::Epci, Self::Communes, Self::Schemes];

    const fn code(self) -> &'static str {
        match self {
            Self::Regions => "regions",
            Self::Departments => "departements",
            Self::Epci => "epci",
            Self::Communes => "communes",
            Self::Schemes => "dispositifs",
        }
    }
}

impl Order {
    const fn code(self) -> &'static str {
        match self {
            Self::Rising => "croissant",
            Self::Falling => "decroissant",
        }
    }
}

impl Column {
    const fn code(self) -> &'static str {
        match self {
            Self::Name => "nom",
            Self::Population => "habitants",
            Self::Cls => "cls",
            Self::Cpts => "cpts",
            Self::Projects => "projets",
            Self::ShareOfCls => "part-cls",
            Self::ShareOfCpts => "part-cpts",
            Self::WhiteZone => "hors-des-deux",
            Self::Layer => "type",
            Self::Status => "statut",
            Self::Communes => "communes",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_survives_the_address() {
        let conditions = [Only::All, Only::Neither, Only::With(Layer::Cpts, Status::Unknown)];
        for column in Column::OF_TERRITORIES.into_iter().chain(Column::OF_SCHEMES) {
            for only in conditions {
                for order in [Order::Rising, Order::Falling] {
                    let filter = RowFilter { text: "l’île".to_owned(), only };
                    let listed = Some(Listed::Communes);
                    let shown = RowsShown { listed, sort: Sort { column, order }, filter };
                    assert_eq!(RowsShown::of(&shown.parameters()), shown);
                }
            }
        }
        assert_eq!(RowsShown::default().parameters(), "");
        assert_eq!(RowsShown::of(""), RowsShown::default());
    }

    #[test]
    fn what_is_not_understood_is_left_out_and_a_column_alone_has_its_first_order() {
        let nothing = RowsShown::of("lister=rien&tri=taille&filtre=cls:cls");
        assert_eq!(nothing, RowsShown::default());
        let people = RowsShown::of("tri=habitants");
        assert_eq!(people.sort, Sort { column: Column::Population, order: Order::Falling });
    }
}
