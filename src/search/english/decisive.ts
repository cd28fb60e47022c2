/**
 * Words that are the point of whatever question they stand in: a fact without them is no answer to it. They need
 * no synonyms; standing here keeps them from being overlooked as everyday words that say little.
 */

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Deeds: who did this to whom is never a way of putting something else. */
const DEEDS = list(`
  abolish abuse ambush apologise assassinate ban betray blackmail borrow boycott bribe bully burn bury cheat
  collide compensate condone congratulate conquer cook crash cry dance deceive defect deploy deport deprive
  detonate devastate disarm disobey dive donate drown eat edit evacuate evict execute exile explode exploit
  export extradite finance flood frighten harass heal hijack hunt import infect inherit inject insult insure
  intercept invade invent invest isolate kidnap kiss lease legalise lobby loot manufacture massacre mobilise
  mourn murder mutiny outlaw paint pardon patrol persecute photograph poison pray predict privatise profit
  punish ransom rape ration recycle refund rehearse rent rescue retaliate revenge rob sabotage sail sanction
  scream sell shell shoot shout sing sink sleep smoke smuggle sponsor spy stab starve steal strangle subsidise
  subsidize suicide surrender survive swap swim teach testify torture trade trespass tweet vandalise vandalize
  veto violate volunteer wash withhold
`);

/** People by their trade, their kin or their plight. */
const PEOPLE = list(`
  actor ambassador analyst ancestor architect artist aunt banker billionaire bishop bodyguard boy brother
  businessman champion chancellor citizen civilian clergy client commentator consultant cousin criminal daughter
  deputy designer dictator diplomat doctor driver employer engineer envoy expert farmer father fisherman
  foreigner girl grandfather grandmother hacker hero historian hostage imam immigrant investor journalist judge
  king lawmaker lawyer lobbyist mayor medic merchant migrant millionaire monarch mother musician nephew niece
  nun nurse opponent orphan parent parliamentarian pilot pirate poet policeman pope predecessor priest prince
  princess prophet psychologist queen refugee sailor scientist secretary senator sheikh singer sister sniper son
  spokesman spokesperson spokeswoman student sultan taxpayer terrorist thief tourist translator tribe twin
  tycoon veteran victim visitor voter widow witness
`);

/** Bodies, offices and orders of public life. */
const INSTITUTIONS = list(`
  amnesty assembly autonomy bank bankruptcy cathedral ceasefire church commission committee communist congress
  constitution consulate coup curfew democracy dictatorship diplomacy embassy empire fascist federation hospital
  independence judiciary jury kingdom law legislation library loan martial mosque museum parliament passport
  pension police prosecutor referendum refinery republic revolution senate sovereignty temple trial truce
  ultimatum verdict visa warrant
`);

/** Things one can touch, eat, drive or count. */
const THINGS = list(`
  airport alcohol ammunition animal apple artillery barrel bath bathroom battery bean bed beef beer bicycle bike
  bird blanket blood bomb bone book bottle bread brick bullet bunker bus butter cable cake camera cannon carpet
  cash castle cat cattle cave cement chicken chocolate cigarette cinema clinic clock clothes coal coffin coin
  copper corpse cotton cow crane crop curtain dam diamond diesel dog drone drug egg electricity elephant
  elevator embryo explosive factory farm fish flag fleet flour flower food football forest fruit fuel furniture
  garage garden gas gasoline goat gold grain grave grenade gun hair harbor hat helmet highway horse hotel
  internet island jacket jewel kitchen knife lake lamp landmine laptop leather lighthouse lion livestock luggage
  map meat medal medicine metal milk mineral mirror missile monument mountain movie mud music oil opera oven
  oxygen palace parachute parking pavement petrol phone photo piano pig pill pipeline pistol pizza plastic pool
  port potato rabbit radar radio rail railway restaurant rice rifle river road rocket rope rubber runway sand
  satellite ship shirt shoe shop silver skin skyscraper snow statue steel street submarine sugar supermarket
  sword taxi telephone telescope television tent theater ticket tobacco toilet tower toy tractor tree trench
  tunnel tyre umbrella uniform uranium vaccine valley vegetable village virus wallet warehouse water wheat wheel
  wheelchair wine wood wool yacht
`);

/** What a report is asked for and seldom holds: measures, money, health, the weather, belief. */
const MATTERS = list(`
  accident agriculture alphabet anthem atrocity biological birthplace blame blockade bonus brand calorie cancer
  chemical cholera citizenship climate color crime cuisine currency cyber debt deficit diabetes diet disability
  disaster discount disease divorce drought earthquake economy email epidemic ethnic famine fashion fever gender
  genocide gossip guilt headquarters health heritage holiday hunger hurricane illness income inflation language
  length logo lottery magic malaria mathematics melody mile minister mortgage motto nickname nuclear nutrition
  olympic ownership pandemic password peace pet philosophy poem poetry pollution poverty pregnancy propaganda
  quarantine quiz race racism radiation recipe revenue safety sanitation satire scandal science sex shareholder
  shortage slavery slogan smell song speech sport stadium storm subsidy surgery surname symbol tariff
  temperature terror theft therapy thunder toll tourism trauma treasure trophy tsunami unemployment vacation
  video volcano voltage warranty wealth website width wifi wildlife worship zodiac
`);

/** Feelings and verdicts that are asked about for themselves. */
const VERDICTS = list(`
  anger angry apology brave cruel guilty hypocrisy illegal immoral innocent jealous legal loyal moral popular
  racist regret shame traitor treason unhappy unlawful
`);

/** Nations and names that are English words in lower case: `did Turkey sign it` is no everyday question. */
const NAMES_LIKE_WORDS = list(`
  british bush china dutch english french german guinea japan polish turkey
`);

export const DECISIVE: readonly string[] = [
  ...DEEDS,
  ...PEOPLE,
  ...INSTITUTIONS,
  ...THINGS,
  ...MATTERS,
  ...VERDICTS,
  ...NAMES_LIKE_WORDS,
];
