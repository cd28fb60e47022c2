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
  everybodys ya yer yous
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
  who whom whose what which when where why how whats whos wheres whens whys hows whod whatre whove whatd
`);

const shorthands = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [word = '', ...typed] = line.trim().split(/\s+/);
        return typed.map((each) => [each, word] as const);
      }),
  );

/**
 * The words that ask, and the verbs beside them, as thumbs type them, each with what it stands for. They are too short, or too near to one
 * another, to be repaired as other words are, and a question without its asking word is another question.
 */
export const SHORTHANDS: ReadonlyMap<string, string> = shorthands(`
  what wat wot wut wht waht whta wt
  whats wats wots wuts whts
  wheres weres wers whers
  whens wens
  whos hoos
  whys wys
  when wen whn wehn whne
  where whre wher wehre wheer whr
  which wich whch wch whcih wihch whihc
  why wy y
  is si
  how hw
  does dos dose deos
  did ddi idd
`);

/** Polite words, hedges, greetings and noises of chat. */
const POLITE = list(`
  please pls plz thanks thank thx ty ta tnx cheers hi hello hey yo hiya ok okay k lol lmao haha hehe omg wtf btw
  fyi imo uh um umm uhh er hmm hm oh ah wow well like just actually basically literally really honestly simply
  even kinda sorta maybe perhaps possibly again anyway tho folks folk dude bro mate bot smth sth idk tbh asap
  quick quickly sorry excuse remind wondering wonder curious dear gimme lemme right yes yeah yep nope nah yup
  sure bit lil gotta wanna tell know say says said saying ask asking asked info information detail details sir
  madam ma team good morning afternoon evening salam salaam hallo hola bonjour ciao guten tag moin shalom
  marhaba servus zusammen habibi greetings heya rly rlly srsly def prolly pretty yrs yr plss pleasee plis kindly
  dumb stupid silly noob confused wait erm eh bruh fam lads colleague colleagues prof professor teacher desk air
  live minute minutes min mins sec secs seconds urgent urgently q qq ques earth heck hell bloody bother
  bothering newbie rookie intern clueless googled google googling eta tia np afaik iirc ikr smh tbf ngl imho irl
  ofc obvs defo deffo legit lowkey highkey dunno lmk ffs gosh geez jeez omfg oof welp yikes whoa argh ugh meh
  eek aww huh gtg ppl wassup sup howdy gday hei hej hoi ola bonsoir salut buongiorno buenas buenos dias tardes
  morgen abend namaste konnichiwa nihao merhaba selam privet ahoj czesc jambo habari assalamu alaikum aleikum
  assalam walaikum ahlan marhaban sabah alkhair kaifa shukran danke merci gracias grazie obrigado obrigada
  arigato spasibo dziekuje tack takk kiitos mahalo bedankt bitte prego afwan yalla inshallah wallah peeps gang
  fellas buddy pal bestie bae darling hun mister miss mrs mr ms doc honest frankly frank seriously speaking tbqh
  swear kidding joking grateful appreciate appreciated apologies forgive clarification clarifications refresher
  reminder rusty foggy helpful lovely wonderful brilliant random weird whatshisname thingy whatsit mind por
  ditto eg ie etc viz sry sori soz tmrw tmr tmw tmrrw bcoz wdym cool idc icymi thanx thnx tq
  tqvm plox pleez aight ayt innit init luv hon bruv cuh fr frfr istg rele vry hlp
`);

/** The point of a question after `how`, where the synonyms know them (`how far`); elsewhere they only colour it. */
const GRADED = list('deep far frequently heavy often old regularly');

/** By these somebody takes for true what they were told. */
export const BELIEVED: ReadonlySet<string> = list(`
  thought heard claims claimed claiming swears swore insists insisted believe believes believed reckons reckon assumed
  assume supposedly rumour rumor convinced
`);

/** Words that are passed over. */
export const CHAT: ReadonlySet<string> = new Set([...POLITE, ...GRADED]);

/** Light verbs, and verbs of saying, seeming and arranging. */
const SOFT_VERBS = list(`
  accompany achieve acknowledge act adapt add adjust admit adopt affect allow alter amount anticipate appear
  apply approach arise arrange assess assign assume attach attempt attribute await become believe bring
  calculate carry change characterise characterize check claim clarify coincide combine come compile complicate
  comprise conceive concern conduct confirm confront connect consider consist constitute contain contribute
  convey cope correspond count decrease deem define depend derive describe deserve desire determine develop
  devote differ display distinguish drop embark emerge emphasise emphasize enable encounter engage enhance enjoy
  ensue entail envisage equate establish evaluate evolve exceed exert exhibit exist expect experience explain
  express face feature feel figure focus follow foresee function gather generate get give go grasp grow guess
  handle happen hear highlight hint identify illustrate imagine impact implement imply include increase incur
  indicate induce infer influence inform insist inspire intend interpret introduce involve keep lack learn lie linger
  list locate look make manage mark matter mean measure mention note notice notify observe obtain occur offer
  omit outline overlook pass perceive perform permit persist picture place play point portray pose position
  precede prepare present presume prevail proceed provide pursue put quote rank realise realize receive reckon
  recollect recommend refer reflect regard reiterate relate rely remain remark remember render represent require
  resemble respect result reveal rise schedule see seem sense serve set shape show shrink signal signify
  simplify sit situate solve sound specify spot stand state stay stem stipulate strive submit suffice suggest
  suit sum summarise summarize suppose surround switch tackle take talk tend term think transform transpire
  treat try turn undergo unfold use utilise utilize vary verify want watch wish work yield
`);

/** Nouns that stand for anything: measures of things, parts of stories, words about words. */
const SOFT_NOUNS = list(`
  chunk compass instrument lump thrust
  abbreviation according account accuracy acronym action activity affair allegedly alone angle answer area
  article aspect assumption background basis boss branch brief bulk business camp capacity case category cause
  center centre chance chapter character characteristic chief circumstance clarity clue compare comparison
  component concept consequence consideration constraint content context couple criterion date day deadline definition
  degree description development difference dimension direction drive duration editor effect effort element
  episode era essence event exactness example extent fact factor form foundation fraction framework front gist
  glance group guise guy half hand headcount headline hypothesis idea identity implication incident insight instance
  intensity issue item juncture key kind label landscape let level likelihood line lot magnitude majority
  manifestation manner meaning mechanism meeting member method middle milestone mode moment month motive move
  narrative nature need newer news notion nuance number nutshell object occasion occurrence operate outcome
  outlook overview page paragraph part particularly party pattern people perception period person perspective
  phase phenomenon phrase pick piece portion possibility practice premise principle procedure process proportion
  proposition prospect quantity question range rate ratio reality realm reason recap reference relation
  relationship relevance report rn role run rundown saga sake scale scenario scene scope section segment
  sequence series share side situation size slice snapshot sort source specifics spectrum sphere stage
  standpoint status step store story stretch structure stuff style subject substance subtlety summary surface
  synopsis system tendency text theme thing thread time timeframe timescale timespan timing topic total
  transformation trend twist type update upshot urgency validity variant version vicinity viewpoint way week
  whereabouts word year
`);

/** Adjectives that grade or point rather than tell apart. */
const SOFT_ADJECTIVES = list(`
  able absolute active actual armed additional adequate aforementioned alike alleged alternative ambitious ample
  apparent appropriate approximate apt associated average aware bad basic beneficial best better big bigger
  biggest bold broad central certain clear close coherent common compact complete complex comprehensive
  concerned concrete considerable consistent conspicuous constant contemporary convenient conventional core
  correct countless crucial current decent decisive deeper definite deliberate desperate different difficult
  dire direct distinct dominant double dramatic drastic due dull dynamic eager easy effective elegant eligible
  endless enormous enthusiastic entire essential eventual everyday evident exact excellent exclusive existing
  explicit extensive extra extreme familiar farther farthest few fewer fierce final finite first fixed former
  forthcoming frantic fresh full fundamental further furthest futile gentle genuine given global glorious grand
  great greater greatest grim gross hard harder hardest hasty higher highest huge ideal immediate imminent
  important impressive incredible indirect individual inevitable infamous inherent initial inner instant intense
  interesting internal international involved joint large larger largest lasting late latest latter least
  legitimate lengthy less lesser likely little local long lower lowest main major many massive maximum
  meaningful memorable mere minimal minimum minor moderate modern modest more most much mutual narrow nasty
  national natural nearer nearest neat necessary new newest next nominal normal notable notorious numerous
  obvious odd official older oldest ongoing only optimal ordinary original outer outstanding overall particular
  peculiar perfect plain pleasant political possible potential powerful pragmatic precise preliminary prevalent
  previous primary prime principal prior probable profound prominent proper prospective quiet rapid rare raw
  ready real recent regional regular related relative relevant reluctant remarkable residual respective
  ridiculous rival robust rough routine same self sensible separate serious several shaky sheer short
  significant similar simple simultaneous single sizable sizeable slight slow slower small smaller smallest
  smooth sole solid sophisticated specific spectacular spontaneous standard steady steep straightforward strange
  strict substantial sudden sufficient suitable superb superficial surprising susceptible systematic tangible
  tentative terrible thorough tight tiny top tough tremendous tricky trivial true twin typical ultimate undisturbed
  unexpected unfinished unique unlikely unusual upcoming usual vague valid various vast vigorous vital whole
  wide widespread widest world young youngest
`);

/** Adverbs of time, degree and manner. */
const SOFT_ADVERBS = list(`
  about abruptly absolutely accordingly admittedly afterwards ago ahead alas albeit almost already altogether
  always amazingly anyhow anymore anyplace anywhere apart apparently approximately arbitrarily around aside away
  back badly barely beforehand blatantly bluntly bottomline briefly brilliantly broadly carefully categorically
  certainly chiefly clearly closely commonly completely consequently considerably constantly convincingly
  correctly sooner currently decidedly deeply definitely deliberately directly doubtless down downright eagerly earlier
  earliest early easily effectively elsewhere enough entirely equally especially essentially evenly eventually
  ever everywhere evidently exactly exceedingly exceptionally exclusively explicitly extraordinarily extremely
  fairly finally firmly firstly formal formally formerly forth forward fully furthermore generally genuinely
  gladly gradually greatly halfway heavily henceforth hereby highly hitherto hopefully however immediately
  importantly incidentally increasingly indeed indirectly inevitably initially insofar instantly instead
  interestingly invariably irrespective jointly largely last lastly lately later lightly likewise longer luckily
  mainly meant meanwhile merely militarily moreover mostly namely naturally nearly neatly necessarily
  nevertheless newly nonetheless normally notably notwithstanding now nowadays obviously occasionally oddly
  officially once onwards originally otherwise outright overly painfully partly perfectly personally plainly
  politically practically precisely predominantly presently presumably previously primarily probably profoundly
  promptly properly purely quietly quite randomly rapidly rarely rather readily regardless regrettably
  relatively reluctantly remarkably reportedly respectively rightly roughly sadly satisfactorily seemingly
  seldom separately sharply shortly significantly similarly simultaneously slightly slowly smoothly so solely
  somehow sometime sometimes somewhat somewhere soon specially specifically steadily still straight
  strategically strictly strongly subsequently suddenly supposedly surely surprisingly technically temporarily
  terribly thankfully then there thereafter thereby thoroughly thus tightly timely tldr today together tomorrow
  tonight totally traditionally truly typically ultimately undoubtedly unduly unfortunately uniquely upwards
  usefully usually utterly vastly versus very vigorously virtually whatsoever widely wisely wrongly
  yesterday yet
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
