//! What goes to the candidate and what stays: by folder alone, so that no answer can get into what is handed over.

use super::{Audience, Kit, Material};

/// A file on its way out of a kit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HandedOver {
    /// Where it goes, inside the folder that is handed over, with `/`.
    pub to: String,
    /// The file of the kit, with `/`.
    pub from: String,
}

impl Kit {
    /// The files that the candidate gets from the beginning, among `files` (paths inside the kit's folder, with `/`).
    ///
    /// Without a variant: all of them, as they stand. With one: those that belong to it or to all; folders that belong to
    /// it are laid over the first such folder, in the order of the materials, so that what comes out is ready to run. A
    /// file laid over another replaces it.
    pub fn for_candidate(&self, files: &[String], variant: Option<&str>) -> Vec<HandedOver> {
        if variant.is_none() {
            return self.of(Audience::Candidate, files, None);
        }
        let mut out: Vec<HandedOver> = Vec::new();
        let mut base: Option<&str> = None;
        for material in self.for_audience(Audience::Candidate, variant) {
            let particular = !material.variants.is_empty();
            let is_folder = !files.contains(&material.path);
            let onto =
                if particular && is_folder { *base.get_or_insert(&material.path) } else { &material.path };
            for (from, rest) in below(material, files) {
                let to = inside(Audience::Candidate, &format!("{onto}{rest}"));
                out.retain(|one| one.to != to);
                out.push(HandedOver { to, from: from.clone() });
            }
        }
        out.sort();
        out
    }

    /// The files of one audience among `files`, as they stand in its folder; with a variant without those of another.
    pub fn of(&self, audience: Audience, files: &[String], variant: Option<&str>) -> Vec<HandedOver> {
        let mut out: Vec<HandedOver> = self
            .for_audience(audience, variant)
            .flat_map(|material| below(material, files))
            .map(|(from, _)| HandedOver { to: inside(audience, from), from: from.clone() })
            .collect();
        out.sort();
        out.dedup();
        out
    }

    /// The materials of one audience; with a variant those that belong to it or to all.
    fn for_audience<'a>(
        &'a self,
        audience: Audience,
        variant: Option<&'a str>,
    ) -> impl Iterator<Item = &'a Material> {
        self.materials.iter().filter(move |one| {
            let here = |variant| one.variants.is_empty() || one.variants.iter().any(|id| id == variant);
            one.audience == audience && variant.is_none_or(here)
        })
    }
}

/// The files of a material, each with what follows the material's path.
fn below<'a>(
    material: &'a Material,
    files: &'a [String],
) -> impl Iterator<Item = (&'a String, &'a str)> + 'a {
    files.iter().filter_map(|file| {
        let rest = file.strip_prefix(material.path.as_str())?;
        (rest.is_empty() || rest.starts_with('/')).then_some((file, rest))
    })
}

/// A path without the audience's own folder.
fn inside(audience: Audience, path: &str) -> String {
    path.strip_prefix(audience.folder()).map_or(path, |rest| rest.trim_start_matches('/')).to_owned()
}
