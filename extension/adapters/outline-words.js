/** Words that markup is written with, in every trade: names made of these alone say nothing of a person. */

const COMMON = `
account action actions active address admin alert all an anchor and answer app area article aside attr author avatar average
back badge banner bar base block blocks blog body bold border bottom box brand bubble bullet button buttons buyer by
card cards caption carousel cart cell center certified check circle class clear clearfix click close col cols collapse column columns
comment comments common company component container content contents control count country cover css customer
dark data date dates day default delete desc description desktop detail details developer dialog disabled display divider dropdown
edit editor element ellipsis empty end entry error even expand expanded
feedback field fields figure filled filter filters first flag flex fluid font footer form full
global grid group half has head header heading headline height helpful hidden hide holder home hover html icon icons id image images img
info inline inner input invisible is item items js label large last layout left light like likes line link links list listing lists loading local location logo
main mark max md medium media menu message meta min mini mobile modal module more
name names nav navigation next no none normal note odd off on one open option options outer overlay owner
page pagination panel paragraph part photo photos picture placeholder platform popup post posts prev preview price primary print product products profile progress published
purchase query question quote quoted
rate rated rating ratings react read readmore recommend region relative reply replies report response responses responsive result results review reviewer reviews right root round row rows
scale score screen script search secondary section sections seller separator service shadow share show side sidebar single site size slide slider sm small snippet social sort source space span spinner star stars state
static status sticky store strong style styled styles sub submit subtitle summary svg
tab table tabs tag tags target template test text theme thumb thumbs time tiny tip tips title to toggle tool tooltip top total translate typography
ui unit up update updated url use user username users usr value variant vendor verified version view visible vote votes
website widget width wrap wrapper write wysiwyg xs yes zone
`;

/** @type {Set<string>} */
export const MARKUP_WORDS = new Set(COMMON.trim().split(/\s+/));

const ITEMS = 'author datePublished reviewRating ratingValue bestRating worstRating reviewBody description name itemReviewed review publisher headline commentText aggregateRating reviewCount';
const ROLES = 'alert application article banner button cell checkbox complementary contentinfo dialog document feed figure form grid gridcell group heading img link list listbox listitem main menu menuitem navigation none note option presentation radio region row rowgroup search status tab table tablist tabpanel textbox toolbar tooltip tree treeitem';

/** Values of `itemprop` and `role` that standards give. @type {Set<string>} */
export const STANDARD_VALUES = new Set(`${ITEMS} ${ROLES}`.split(' '));
