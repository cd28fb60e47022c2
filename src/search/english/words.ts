/**
 * The words of English that carry grammar rather than meaning, and those that carry little of it.
 * All are written as `fold` leaves them: lower case, no apostrophes (`dont`, `whats`).
 */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Forms of be, do, have and the modals, with their negations and their spellings in chat. */
export const AUXILIARIES = list(`
  is are was were be been being am do does did doing has have had having can could will would shall should may
  might must isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt cant cannot couldnt wont wouldnt
  shouldnt mustnt aint gonna im youre theyre weve theyve ive id ill youll theyll itll hes shes ought oughtnt
  neednt theyd wed youd hed itd whod shouldve wouldve couldve mightve mustve dnt dosent doesn isn wasn
`);

export const NEGATIONS = list(`
  not no never none nobody nothing neither nor without isnt arent wasnt werent dont doesnt didnt hasnt havent
  hadnt cant cannot couldnt wont wouldnt shouldnt aint hardly neednt nowhere dnt
`);

/** Prepositions that place what follows; a name that looks like a word is believed after one of these. */
export const PREPOSITIONS = list(`
  of in on at to from by for with about into onto over under between against after before during since until
  till through within across along among around behind beside besides beyond despite inside near off out outside
  past per toward towards up upon via without versus vs amid w throughout concerning regarding following above
  below beneath underneath atop amongst amidst upto til thru abt bout except excluding including circa re
`);

export const PRONOUNS = list(`
  i you he she it we they me him her us them my your his hers its our ours their theirs mine yours u ur yall
  myself yourself himself herself itself ourselves themselves one ones somebody someone anybody anyone everybody
  everyone something anything everything thats theres heres lets whoever whatever whichever anyones someones
  everybodys ya yer
`);

export const DETERMINERS = list(`
  the a an this that these those some any each every such same own both all another other others else da teh dat
  dis dem
`);

export const CONJUNCTIONS = list(`
  and or but so if because as than then while whereas although though that n cuz cos bc whether also too plus &
  coz unless whilst therefore hence whenever wherever
`);

export const QUESTION_WORDS = list(`
  who whom whose what which when where why how whats whos wheres whens whys hows whod whatre whove whatd wat
  wats wot wut wen whn
`);

/** Polite words, hedges and noises of chat. */
export const CHAT = list(`
  please pls plz thanks thank thx ty tnx cheers hi hello hey yo hiya ok okay k lol lmao haha hehe omg wtf btw
  fyi imo uh um umm uhh er hmm hm oh ah wow well like just actually basically literally really honestly simply
  even kinda sorta maybe perhaps possibly again anyway tho folks folk dude bro mate bot smth sth idk tbh asap
  quick quickly sorry excuse remind wondering wonder curious dear gimme lemme right yes yeah yep nope nah yup
  sure bit lil gotta wanna tell know say says said saying ask asking asked info information detail details sir
  madam ma team good morning afternoon evening salam salaam hallo hola bonjour ciao guten tag moin shalom
  marhaba servus zusammen habibi greetings heya rly rlly srsly def prolly pretty yrs yr plss pleasee plis kindly
  dumb stupid silly noob confused wait erm eh bruh fam lads colleague colleagues prof professor teacher desk air
  deadline live minute minutes min mins sec secs seconds urgent urgently q qq ques earth heck hell bloody bother
  bothering disturb newbie rookie intern clueless lost stuck googled google googling eta tia np afaik iirc ikr
  smh tbf ngl imho irl ofc obvs defo deffo legit lowkey highkey dunno lmk ffs gosh geez jeez omfg oof welp yikes
  whoa argh ugh meh eek aww huh gtg ppl wassup sup howdy gday hei hej hoi ola bonsoir salut buongiorno buenas
  buenos dias tardes morgen abend namaste konnichiwa nihao merhaba selam privet ahoj czesc jambo habari assalamu
  alaikum aleikum assalam walaikum ahlan marhaban sabah alkhair kaifa shukran danke merci gracias grazie
  obrigado obrigada arigato spasibo dziekuje tack takk kiitos mahalo bedankt bitte prego afwan yalla inshallah
  wallah night peeps gang fellas buddy pal bestie bae darling hun mister miss mrs mr ms doc honest frankly frank
  seriously speaking tbqh swear kidding joking grateful appreciate appreciated apologies forgive clarification
  clarifications refresher reminder rusty foggy remembering helpful lovely wonderful brilliant random weird
  whatshisname thingy whatsit old far mind por ditto eg ie etc viz
`);

/** Light verbs, and verbs of saying, seeming and arranging. */
const SOFT_VERBS = list(`
  achieve act add admit affect allow amount anticipate appear apply approach arise arrange assess assign assume
  attempt attribute await become believe bring carry change characterise characterize check claim clarify
  coincide combine come comprise concern conduct confirm confront connect consider consist constitute contain
  contribute convey correspond count decrease deem define depend derive describe deserve desire determine
  develop devote differ display distinguish drop emerge emphasise emphasize enable encounter engage enjoy entail
  envisage establish evaluate evolve exceed exhibit exist expect experience explain express face feature feel
  figure focus follow foresee function gather get give go grow guess handle happen hear highlight identify
  illustrate imagine impact implement imply include increase indicate influence inform intend interpret
  introduce involve keep lack learn lie list locate look make manage mark matter mean measure mention note
  notice observe obtain occur offer outline pass perceive perform permit persist picture place play point pose
  position prepare present presume proceed provide pursue put quote rank realise realize receive reckon
  recognise recognize recommend refer reflect regard relate rely remain remark render represent require resemble
  respect result reveal rise schedule see seem sense serve set shape show shrink signal signify sit situate
  solve sound specify spot stand state stay stem strive submit suffice suggest suit sum summarise summarize
  suppose surround switch take talk tend term think transpire treat try turn undergo use utilise utilize vary
  verify want watch wish work yield
`);

/** Nouns that stand for anything: measures of things, parts of stories, words about words. */
const SOFT_NOUNS = list(`
  abbreviation according account accuracy acronym action activity affair allegedly alone angle answer area
  article aspect background basis boss branch brief bulk business camp capacity case category cause center
  centre chance chapter character chief circumstance clue compare comparison component consequence content
  context couple date day definition degree description development difference dimension direction drive
  duration editor effect effort element episode essence event exactness example extent fact factor form fraction
  framework front gist group guise guy half hand headcount headline idea implication incident instance issue
  item key kind label let level likelihood line lot majority manner meaning mechanism meeting member method
  middle mode moment month motive move nature need newer news notion number nutshell object occasion operate
  outcome overview page paragraph part particularly party pattern people period person perspective phase
  phenomenon phrase pick piece portion possibility practice principle procedure process proportion prospect
  quantity question range rate ratio reality reason recap reference relation relationship relevance report role
  run rundown sake scale scenario scene scope section segment sequence series share side situation size slice
  snapshot sort source specifics sphere stage status step store story stretch structure stuff style subject
  substance summary surface system text theme thing thread time timeframe timescale timespan timing topic total
  trend type update upshot validity version way week whereabouts word worth year
`);

/** Adjectives that grade or point rather than tell apart. */
const SOFT_ADJECTIVES = list(`
  able absolute active actual additional adequate aforementioned alike alleged alternative ample apparent
  appropriate approximate associated average aware bad basic best better big bigger biggest broad central
  certain clear close common complete complex comprehensive concerned concrete considerable consistent
  contemporary conventional core correct current decisive deep definite different direct distinct dominant
  double dramatic drastic due easy effective eligible enormous entire essential eventual evident exact exclusive
  existing explicit extensive extra extreme familiar few fewer final first fixed former forthcoming fresh full
  fundamental further genuine given global grand great greater hard heavy huge ideal immediate imminent
  important impressive incredible indirect individual initial inner intense interesting internal international
  involved joint large larger largest lasting late latest latter least legitimate less lesser likely little
  local long main major many massive maximum mere minimum minor modern modest more most much mutual narrow
  national natural necessary new newest next nominal normal notable notorious numerous obvious odd official
  older oldest ongoing only ordinary original outer outstanding overall particular peculiar perfect political
  possible potential powerful precise preliminary previous primary prime principal prior probable profound
  prominent proper prospective quiet rapid rare raw ready real recent regional regular related relative relevant
  remarkable residual respective rival rough routine same self separate serious several sheer short significant
  similar simple simultaneous single slight slow small smaller smallest sole solid specific standard steady
  strange strict substantial sudden sufficient suitable surprising tangible tentative thorough tight tiny top
  tough tremendous true typical ultimate undisturbed unexpected unique unlikely unusual upcoming usual valid
  various vast vital whole wide widespread world young youngest
`);

/** Adverbs of time, degree and manner. */
const SOFT_ADVERBS = list(`
  about abruptly absolutely accordingly afterwards ago ahead almost already altogether always anyhow anymore
  apart apparently approximately around aside away back barely bottomline briefly certainly chiefly clearly
  closely commonly completely consequently considerably constantly correctly currently decidedly definitely
  directly down earlier earliest early easily effectively elsewhere enough entirely equally especially
  essentially evenly eventually ever everywhere evidently exactly exclusively explicitly extremely fairly
  finally firmly firstly formal formally formerly forth forward frequently fully furthermore generally genuinely
  gone gradually greatly halfway henceforth hereby highly hopefully however immediately incidentally
  increasingly indeed inevitably initially instantly instead jointly largely last lastly lately later likewise
  longer mainly meant meanwhile merely militarily moreover mostly namely naturally nearly necessarily
  nevertheless newly nonetheless normally notably now nowadays obviously occasionally officially often once
  onwards originally otherwise partly perfectly personally plainly politically practically precisely
  predominantly presently presumably previously primarily probably promptly properly purely quite rapidly rarely
  rather readily regardless regularly relatively remarkably reportedly respectively roughly seemingly seldom
  separately sharply shortly significantly similarly simultaneously slightly slowly smoothly so solely somehow
  sometime sometimes somewhat somewhere soon specially specifically steadily still straight strategically
  strictly strongly subsequently suddenly supposedly surely surprisingly technically then there thereafter
  thereby thoroughly thus timely tldr today together tomorrow tonight totally traditionally truly typically
  ultimately undoubtedly unfortunately uniquely upwards usually utterly vastly versus very virtually whatsoever
  widely worldwide yesterday yet
`);

/**
 * Words that shade a question without changing what it is about. They help to choose between facts, but a
 * fact that lacks them can still be the answer.
 */
export const SOFT: ReadonlySet<string> = new Set([
  ...[...SOFT_VERBS].flatMap(verbForms),
  ...[...SOFT_NOUNS].flatMap((noun) => [noun, thirdPerson(noun)]),
  ...SOFT_ADJECTIVES,
  ...SOFT_ADVERBS,
]);

/** The regular forms, right or not: irregular ones are listed elsewhere, and a form that is no word is never met. */
function verbForms(verb: string): string[] {
  const root = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${root}ed`;
  return [verb, thirdPerson(verb), past, `${root}ing`];
}

/** `look` to `looks`, `story` to `stories`: verbs and nouns alike. */
function thirdPerson(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
