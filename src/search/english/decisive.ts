/**
 * Words that are the point of whatever question they stand in: a fact without them is no answer to it. They need
 * no synonyms; standing here keeps them from being overlooked as everyday words that say little.
 */

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Deeds: who did this to whom is never a way of putting something else. */
const DEEDS = list(`
  abolish abuse advertise advise ambush apologise appeal assassinate attend ban betray blackmail block borrow
  boycott break bribe bully burn bury cheat collide compensate compete condone congratulate conquer convoy cook
  crash cry dance deceive defect defend delete deliver deploy deport deprive detonate devastate disarm disobey
  dive donate doubt drown eat edit evacuate evict execute exile expel explode exploit export extradite fail
  finance flood frighten harass heal hide hijack hunt ignore import impose infect inherit inject insult insure
  intercept interfere intervene interview invade invent invest investigate isolate kidnap kiss laugh leak lease
  legalise lend lift lobby loot manufacture massacre mobilise mourn murder mutiny outlaw overturn paint pardon
  patrol persecute persuade photograph poison pray predict pressure prevent privatise profit punish ransom rape
  ration rebuild recognise reconsider recycle reform refund rehearse relocate rename renew rent rescue restrict
  resume retaliate revenge reverse review revise revoke rob sabotage sacrifice sail sanction scream search sell
  shell shelter shoot shout sing sink sleep smoke smuggle spill sponsor spy stab starve steal strangle subsidise
  subsidize suffer suicide suppress surrender survive suspect swap swim teach testify torture trade trap
  trespass tweet undermine vandalise vandalize veto violate volunteer wash weaken win withhold worsen
`);

/** People by their trade, their kin or their plight. */
const PEOPLE = list(`
  actor adviser agent ambassador analyst ancestor architect artist aunt banker billionaire bishop bodyguard boy
  brother businessman champion chancellor citizen civilian clergy client commentator consultant cousin criminal
  daughter deputy designer dictator diplomat doctor driver employer engineer envoy expert farmer father
  fisherman foreigner girl grandfather grandmother hacker hero historian hostage imam immigrant investor
  journalist judge king lawmaker lawyer lobbyist mayor medic merchant migrant millionaire monarch mother
  musician nephew niece nun nurse observer opponent orphan parent parliamentarian pilot pirate poet policeman
  pope predecessor priest prince princess prophet psychologist queen rebel refugee sailor scientist secretary
  senator sheikh singer sister sniper son spokesman spokesperson spokeswoman student sultan taxpayer terrorist
  thief tourist translator tribe tycoon veteran victim visitor voter widow witness
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
  accident advice agriculture alliance alphabet anthem atrocity belief biological birthplace blame blockade
  bonus brand breach calorie cancer certificate chemical cholera citizenship climate color crime cuisine
  currency cyber danger debate debt deficit delegation diabetes diet disability disaster discount disease
  divorce drought earthquake economy email energy epidemic error ethnic famine fashion fee fever flight gender
  genocide gossip guilt headquarters health heat heritage holiday hunger hurricane ideology illness income
  industry inflation infrastructure language length licence logo lottery magic malaria market mathematics melody
  mile minister mistake monopoly mood morale mortgage motto nickname noise nuclear nutrition ocean olympic
  outrage ownership pandemic panic parade password peace penalty permission pet petition philosophy poem poetry
  pollution poverty pregnancy privacy privilege profession propaganda property prosperity quarantine quiz quota
  race racism radiation recipe reputation revenue safety sanitation satire scandal school science score secret
  sex shareholder shortage slavery slogan smell song speech sport stadium storm subsidy suburb surgery surname
  suspicion symbol tactic talent tariff temperature tension terror testimony theft therapy thunder toll tourism
  trauma treasure trophy troublemaker tsunami turnout uncertainty unemployment vacation victory video violence
  volcano voltage warranty wealth website welfare width wifi wildlife winner worship youth zodiac
`);

/** Feelings and verdicts that are asked about for themselves. */
const VERDICTS = list(`
  anger angry apology brave cruel guilty hypocrisy illegal immoral innocent jealous legal loyal popular racist
  regret shame traitor treason unhappy unlawful
`);

/** Nations and names that are English words in lower case: `did Turkey sign it` is no everyday question. */
const NAMES_LIKE_WORDS = list(`
  british bush china dutch english french german guinea japan polish turkey
`);

/** Where something is: the one is never another way of putting the other. */
const COMPASS = list(`
  north south west northern southern western northwest southwest northwestern southwestern northwards southwards
`);

export const DECISIVE: readonly string[] = [
  ...DEEDS,
  ...PEOPLE,
  ...INSTITUTIONS,
  ...THINGS,
  ...MATTERS,
  ...VERDICTS,
  ...NAMES_LIKE_WORDS,
  ...COMPASS,
];
