/**
 * The words of English that carry grammar rather than meaning, and those that carry little of it.
 * All are written as `fold` leaves them: lower case, no apostrophes (`dont`, `whats`).
 */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Forms of be, do, have and the modals, with their negations and their spellings in chat. */
export const AUXILIARIES = list(`
  is are was were be been being am do does did doing has have had having can could will would shall should may
  might must isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt cant cannot couldnt wont wouldnt
  shouldnt mustnt aint gonna im youre theyre weve theyve ive id ill youll theyll itll hes shes
`);

export const NEGATIONS = list(`
  not no never none nobody nothing neither nor without isnt arent wasnt werent dont doesnt didnt hasnt havent
  hadnt cant cannot couldnt wont wouldnt shouldnt aint hardly
`);

/** Prepositions that place what follows; a name that looks like a word is believed after one of these. */
export const PREPOSITIONS = list(`
  of in on at to from by for with about into onto over under between against after before during since until till
  through within across along among around behind beside besides beyond despite inside near off out outside past
  per toward towards up upon via without versus vs amid w
`);

export const PRONOUNS = list(`
  i you he she it we they me him her us them my your his hers its our ours their theirs mine yours u ur yall
  myself yourself himself herself itself ourselves themselves one ones somebody someone anybody anyone everybody
  everyone something anything everything
`);

export const DETERMINERS = list(`
  the a an this that these those some any each every such same own both all another other others else da teh
`);

export const CONJUNCTIONS = list(`
  and or but so if because as than then while whereas although though that n cuz cos bc whether also too plus &
`);

export const QUESTION_WORDS = list(`
  who whom whose what which when where why how whats whos wheres whens whys hows whod whatre whove whatd
`);

/** Polite words, hedges and noises of chat. */
export const CHAT = list(`
  please pls plz thanks thank thx ty tnx cheers hi hello hey yo hiya ok okay k lol lmao haha hehe omg wtf btw fyi
  imo uh um umm uhh er hmm hm oh ah wow well like just actually basically literally really honestly simply even
  kinda sorta maybe perhaps possibly again anyway tho though guys guy folks folk man dude bro mate bot smth
  sth idk tbh rn asap quick quickly sorry excuse remind wondering wonder curious dear gimme lemme right yes no
  yeah yep nope nah yup sure bit lil gotta wanna tell know say says said saying ask asking asked explain
  info information detail details fact facts question answer sir madam ma team everybody all anybody
  good morning afternoon evening day
  salam salaam hallo hola bonjour ciao guten tag moin shalom marhaba servus zusammen habibi greetings heya
  rly rlly srsly def prolly pretty yrs yr thx plss pleasee plis kindly dumb stupid silly noob confused
  wait hold hmm erm eh bruh fam yall lads chief boss colleague colleagues prof professor teacher
  desk air deadline live minute minutes min mins sec secs seconds asap urgent urgently
`);

/**
 * Words that shade a question without changing what it is about. They help to choose between facts, but a
 * fact that lacks them can still be the answer.
 */
export const SOFT = list(`
  now current currently today still already yet so far recent recently late latest last new newly present presently
  nowadays anymore longer ever once earlier previously formerly originally initially eventually finally ultimately
  soon first next then back exact exactly precise precisely roughly approximately about around nearly almost
  officially official formal formally fully completely complete totally total entire entirely whole altogether
  only mainly mostly main major chief big large largely small much many more most less few several various certain
  specific specifically particular particularly overall generally actual real true truly
  apparently supposedly allegedly reportedly according quite very pretty rather too enough long short often
  together alone long-term away there here everywhere somewhere
  get give go come make take put let use need want try keep seem happen occur involve include concern
  regard mention mean describe refer consider state note claim talk
  thing stuff matter issue case situation context circumstance background aspect point part role kind sort type
  form way manner mean story status state fact idea sense reason cause outcome result consequence event
  development change move step action activity effort process time moment period date day week month year place
  location area side position number figure amount total count size scale extent level degree rate
  people person someone group thing member term word detail information update news report article source
  deal relation relationship regard respect topic subject happen
  exist remain stay have do be become turn
  able possible likely expect suppose plan intend
  currently presently actually
  question answer boss editor meeting
  today tonight yesterday tomorrow
  handle portion share proportion gap valid validity store mean meant pick spot piece bit half lot couple set range
  scope nature character feature component element capacity business affair sake sort style look appear tend manage
  allow enable permit depend relate apply contain consist comprise constitute represent reflect mark bring follow
  turn switch hand top bottom front middle centre center line pass run drive tell hear sound think believe
  feel guess suppose assume imagine figure reckon consider wonder realise realize notice see watch check confirm verify
  clarify specify identify define determine establish explain indicate suggest imply
  basic basically main principal primary central key core essential overall broad rough brief short simple
  clear obvious apparent evident actual definite concrete
  single individual separate respective particular given said aforementioned question
  increase decrease rise drop grow shrink gone
  world international global national local regional
  scene stage front page headline
  play serve act function work operate
  time-wise timewise number-wise
  straight direct directly indeed definitely certainly surely clearly obviously essentially effectively practically
  virtually merely purely solely exclusively primarily
  matter difference sense worth
  place put position situate locate located situated lie lies sit sits
  side sides party parties camp
  exact exactness accuracy
  sum sums summary gist bottomline tldr recap rundown overview nutshell
  deadline whereabouts motive duration headcount abbreviation acronym portion
  minor merely routine rival greater lesser self joint whatsoever undisturbed envisaged envisage characterise characterize
  characterised characterized conduct conducted coincide coincided pursue pursued desire desired account branch
  fewer
  big bigger biggest large larger largest small smaller smallest
  old older oldest young new newer newest
  same similar alike
  former latter
  possible possibly probable probably likely unlikely
  label
  list show describe summarize summarise summary outline overview compare comparison difference differ
  different versus
`);
