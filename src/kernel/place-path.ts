/**
 * Stands for 「未落到村/班」 in the path of a place: `211324/211324101/~/`. It comes after every code and id, so that lists in the order of
 * places end with those whose place is not known.
 */
export const nowhere = '~';
