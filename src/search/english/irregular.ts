/**
 * English forms that no ending rule joins: each line is a word and the forms that mean the same, first verbs, then
 * nouns, then American spellings. Only common words of news prose are listed.
 */
const LINES = `
add added adding
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
deal dealt
die died dying
dig dug
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
forbid forbade forbidden
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go goes going went gone
grow grew grown
hang hung
have has had
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
leave left
lend lent
lose lost
make made
mean meant
meet met
mislead misled
mistake mistook mistaken
misunderstand misunderstood
overcome overcame
override overrode overridden
overrun overran
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
pay paid
prove proven
rebuild rebuilt
repay repaid
retake retook retaken
rewrite rewrote rewritten
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tread trod
undergo underwent undergone
understand understood
undertake undertook undertaken
uphold upheld
wake woke woken
wear wore worn
weave wove woven
win won
withdraw withdrew withdrawn
withhold withheld
write wrote written
analysis analyses
child children
crisis crises
criterion criteria
foot feet
knife knives
man men
person people
phenomenon phenomena
thief thieves
tooth teeth
wife wives
woman women
armour armor armored
behaviour behavior
centre center centers centered
colour color colors colored
defence defense defenses
favour favor favors favored favoring
harbour harbor harbors
honour honor honors honored
kilometre kilometer kilometers
labour labor
licence license licenses licensed
litre liter liters
metre meter meters
neighbour neighbor neighbors neighboring
offence offense offenses
programme program programs
rumour rumor rumors rumored
theatre theater theaters
`;

/** Verbs in `-ise` that Americans write with a `z`. */
const IN_ISE =
  'apolog author central character critic emphas final general harmon hospital jeopard legal marginal maxim militar minim mobil modern national neutral normal organ penal priorit privat public real recogn scrutin stabil standard summar symbol terror util'.split(
    ' ',
  );
const ENDINGS = ['ize', 'izes', 'ized', 'izing', 'ization', 'izations'];

/** From an irregular form to the word it belongs to: `withdrew` to `withdraw`. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ...LINES.trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', ...forms] = line.split(' ');
      return forms.map((form) => [form, word] as const);
    }),
  ...IN_ISE.flatMap((root) => ENDINGS.map((ending) => [`${root}${ending}`, `${root}ise`] as const)),
]);
