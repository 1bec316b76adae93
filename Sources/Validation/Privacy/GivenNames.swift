/// Common given names where the hubs work, without those that are also words of English.
///
/// A list as short as this finds most lists of names and misses many single ones; it is a net,
/// not a wall.
let givenNames: Set<String> = wordSet(
  """
  adam ahmed aisha alex alexander alfie alice amelia amir amy andrew anita anna annie anthony
  archie arthur ava barbara ben benjamin beth bethany charlotte chloe christopher connor daisy
  daniel david dylan edward eleanor elizabeth ella ellie emily emma ethan evelyn evie finley
  florence freddie freya george georgia hannah harriet harrison harry henry isaac isabella
  isabelle isla jacob jake james jamie jayden jennifer jessica joseph joshua julia kate katie
  kayleigh leah liam lily logan louis lucas lucy luke lydia maria mason matilda matthew megan
  mia michael millie mohammad mohammed muhammad molly nathan noah nicholas oliver olivia oscar
  patrick paul peter phoebe poppy rachel rebecca reuben riley robert rory rosie ruby ryan samuel
  sarah scarlett sebastian sienna simon sofia sophia sophie stephen susan thomas theo tyler
  victoria william zac zachary zara zoe
  aaron abigail caitlin callum dan eliza elliot erin imogen joe kyle lewis matt niamh nina owen sam
  toby tom
  aarav aditya akash amit ananya anil anjali arjun aryan asha deepak deepika divya gaurav ishaan
  karan kavita kavya kiran krishna lakshmi manish meera mohan neha nikhil nisha pooja pradeep
  prakash preeti priya rahul raj rajesh rakesh ramesh rani ravi rekha rohan rohit sachin sanjay
  sandeep saanvi shreya sneha sonia suresh swati vijay vikram vivek
  abdul abdullah ali amina anwar arif asad asif asma ayesha bilal faisal farah farhan fatima
  fatma habib hamza haris hassan hina hussain ibrahim imran iqbal ismail javed junaid kamran
  khadija khalid mahmood maryam nadia nasir nasreen omar osman rabia rashid rehana rizwan
  rukhsana saad sadia saima salma sana shahid shabnam shazia tahir tariq umar usman waqar yasmin
  yusuf zainab zubair
  abena adaeze ade adjoa akosua akua ama amara aminata ayo bola chiamaka chidi chika chinedu
  chioma chukwu ebele efua emeka femi folake funmi ifeoma ike ikenna jide kemi kofi kwabena
  kwadwo kwaku kwame kwasi mariama musa ngozi nkechi nnamdi obi olu oluwaseun segun tunde uche
  yaa yaw yemi
  baraka fatuma furaha halima jabari juma kamau mwajuma mwangi neema njeri nyambura omondi otieno
  rehema salim wambui wanjiru zawadi zuberi
  bizimana claudine habimana ishimwe keza mukamana mutoni mugisha niyonsenga nshimiyimana
  umutoni uwase uwimana
  bongani lerato mpho naledi nomsa nthabiseng palesa sipho tebogo thabo thandi themba zanele
  kagiso boitumelo chisomo tadala chikondi
  """)
