//! Which columns a CSV has, told by its first line.

use crate::csv_rows;

/// What a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Whole name.
    Name,
    /// First name.
    First,
    /// Last name.
    Last,
    /// E-mail address.
    Email,
    /// GitHub login, or address of the profile.
    Login,
    /// Where they live.
    Location,
    /// One line about them.
    Headline,
    /// Anything else.
    Notes,
}

/// A header that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// What stands between two fields.
    pub delimiter: u8,
    /// What each column means; `None` for those that Assay does not know.
    pub columns: Vec<Option<Column>>,
    /// The headings of the unknown ones.
    pub ignored: Vec<String>,
}

/// The header of a text, where its first line that is not empty is one.
pub fn find(text: &str) -> Option<Header> {
    [b',', b';', b'\t'].into_iter().filter_map(|delimiter| named(text, delimiter)).max_by_key(known)
}

fn named(text: &str, delimiter: u8) -> Option<Header> {
    let first = csv_rows::header(text, delimiter)?;
    let columns: Vec<_> = first.iter().map(column).collect();
    let unknown =
        first.iter().zip(&columns).filter(|(title, column)| column.is_none() && !title.trim().is_empty());
    let ignored = unknown.map(|(title, _)| title.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let header = Header { delimiter, columns, ignored };
    let has = |column| header.columns.contains(&Some(column));
    let whole =
        [Column::Name, Column::First, Column::Last, Column::Email, Column::Login].into_iter().any(has);
    // One word alone may be a name; a header of one column must be that of the name.
    (whole && (header.columns.len() > 1 || has(Column::Name))).then_some(header)
}

fn known(header: &Header) -> usize {
    header.columns.iter().flatten().count()
}

fn column(title: &str) -> Option<Column> {
    let words: String = title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    Some(match words.as_str() {
        "name" | "fullname" | "candidate" | "candidatename" => Column::Name,
        "first" | "firstname" | "givenname" => Column::First,
        "last" | "lastname" | "surname" | "familyname" => Column::Last,
        "email" | "mail" | "emailaddress" => Column::Email,
        "github" | "login" | "githublogin" | "githubusername" | "username" | "githuburl" | "handle" => {
            Column::Login
        }
        "location" | "city" | "place" | "country" => Column::Location,
        "headline" | "title" | "jobtitle" | "position" | "role" => Column::Headline,
        "notes" | "note" | "comment" | "comments" => Column::Notes,
        _ => return None,
    })
}
