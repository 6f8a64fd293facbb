//! The schemes explained to who lives there, one plain sentence each.

use crate::Layer;

/// The meaning of a layer's schemes for who lives there. The words are condensed from the aims and
/// missions that the sources state (`reperes.csv`, `label.csv`).
pub const fn purpose(layer: Layer) -> &'static str {
    match layer {
        Layer::Cls => {
            "Un contrat local de santé (CLS) engage l’ARS, les élus et leurs partenaires à réduire \
             les inégalités de santé\u{a0}: pour qui vit ici, des soins et une prévention mieux \
             organisés près de chez soi."
        }
        Layer::Cpts => {
            "Une communauté professionnelle territoriale de santé (CPTS) réunit des soignants d’un \
             même territoire\u{a0}: pour qui vit ici, un accès aux soins plus facile, des parcours \
             coordonnés et de la prévention."
        }
        Layer::Projects => {
            "Un projet labellisé «\u{a0}CNR Santé\u{a0}» est né d’une concertation locale et soutenu \
             par l’ARS\u{a0}: pour qui vit ici, une action ou un service de plus."
        }
    }
}
